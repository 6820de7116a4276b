package org.breathline.study.dose;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.structure.Structure;

/** Cumulative dose-volume histograms as CSV: structure, dose, volume in mL and in per cent. */
final class HistogramTable {

  private static final double STEP_GY = 0.1;

  /** No structure has more rows. */
  private static final int MOST_STEPS = 2000;

  private HistogramTable() {}

  static void write(Map<Structure, DoseVolumeHistogram> histograms, Path file) throws IOException {
    try (Writer out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      out.write("structure,dose_gy,volume_ml,volume_percent\n");
      for (Map.Entry<Structure, DoseVolumeHistogram> entry : histograms.entrySet()) {
        String name = "\"" + entry.getKey().name().replace("\"", "\"\"") + "\"";
        DoseVolumeHistogram histogram = entry.getValue();
        double step = Math.max(STEP_GY, Math.ceil(histogram.maximumGy() / MOST_STEPS * 10) / 10);
        double[] volumes = histogram.cumulativeMl(step);
        for (int i = 0; i < volumes.length; i++) {
          out.write(
              String.format(
                  Locale.ROOT,
                  "%s,%.1f,%.4f,%.3f\n",
                  name,
                  i * step,
                  volumes[i],
                  100 * volumes[i] / histogram.volumeMl()));
        }
      }
    }
  }
}
