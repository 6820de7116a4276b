package org.breathline.study.phantom;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.TumourSite;
import org.breathline.study.breathing.TraceRequest;

/**
 * What phantom is to be scanned, and how.
 *
 * @param size of the scan
 * @param tumour where the tumour sits
 * @param seed of vessels, textures, noise and, without a trace, of the breathing
 * @param trace the breathing; empty: made by formula, as mildly irregular as a calm patient's
 */
public record PhantomRequest(
    Size size, TumourSite tumour, long seed, Optional<TraceRequest> trace) {

  /** How large a scan. */
  public enum Size {
    /** A thousand images of 128 x 128 pixels: seconds. */
    SMALL,
    /** Two thousand images of 512 x 512 pixels, 1 GB: minutes. */
    FULL;

    CineProtocol protocol() {
      return switch (this) {
        case SMALL -> CineProtocol.small();
        case FULL -> CineProtocol.full();
      };
    }
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("size", size.name().toLowerCase(Locale.ROOT));
    parameters.put("tumour", tumour.name().toLowerCase(Locale.ROOT));
    parameters.put("seed", seed);
    parameters.put("breathing", trace.isPresent() ? "trace" : "synthetic");
    trace.ifPresent(t -> parameters.putAll(t.parameters()));
    return parameters;
  }
}
