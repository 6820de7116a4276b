package org.breathline.study.phantom;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.breathline.core.phantom.Organ;

/** The page that says what the files of the truth mean. */
final class TruthPage {

  private TruthPage() {}

  static String text(List<Double> labelled, List<Double> phases) {
    return """
    The truth of a digital phantom, from the formulae that it is made of.

    Points are millimetres in the patient's coordinate system of the DICOM images: x to the
    patient's left, y to posterior, z to superior. Times are seconds on the clock of trace.vxp.
    Phase 0 %% is the end of inhalation; it runs linearly in time to the next one.
    The nominal breath at a phase is the mean state over all scanned breaths at that phase;
    single breaths are deeper or shallower, and tumour-in-time.csv has them.
    An amplitude of 0 is the typical end of exhalation and 1 that of inhalation; "lagged" is the
    amplitude half a second earlier, by which the way in differs from the way out.

    tumour-in-time.csv    the tumour's centre at every sample of the trace during the scan:
                          time_s, phase_percent (empty outside all breaths), x_mm, y_mm, z_mm
    tumour-by-phase.csv   the tumour's centre in the nominal breath:
                          phase_percent, amplitude, lagged, x_mm, y_mm, z_mm
    landmarks.csv         branchings of vessels in the nominal breath at %s %%:
                          organ (lung or liver), landmark (the same point at every phase),
                          phase_percent, x_mm, y_mm, z_mm
    labels-NN.mha         what is at the centre of every voxel at NN %% of the nominal breath:
                          %s %%
    labels-end-exhale.mha the same at the typical end of exhalation, held (amplitude and lagged 0)
    displacement-50-to-00.mha
                          the displacement u, three components a voxel, in millimetres: the tissue
                          that is at point p at 50 %% of the nominal breath is at p + u at 0 %%;
                          "plastimatch warp --xf" and transformix read it

    Labels:
    %s
    """
        .formatted(
            list(phases),
            list(labelled),
            Arrays.stream(Organ.values())
                .map(o -> "%6d  %s".formatted(o.label(), words(o)))
                .collect(Collectors.joining("\n")));
  }

  private static String list(List<Double> phases) {
    return phases.stream().map(p -> "%.0f".formatted(p)).collect(Collectors.joining(", "));
  }

  private static String words(Organ organ) {
    return organ.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
