package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Path;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.motion.Ventilation;

/**
 * The images of a {@link FieldAnalysis} as MetaImage: {@code mid-position.mha}, {@code
 * model-residual.mha} and, where there are lungs, {@code ventilation-jacobian.mha}, {@code
 * ventilation-density.mha} and {@code ventilation-difference.mha}.
 */
final class FieldImages {

  private FieldImages() {}

  static void write(FieldAnalysis analysis, Path folder) throws IOException {
    VolumeFiles.write(analysis.model().residualMm(), folder.resolve("model-residual.mha"));
    VolumeFiles.write(analysis.middle().image(), folder.resolve("mid-position.mha"));
    if (analysis.growth().isPresent()) {
      Ventilation ventilation = analysis.growth().get().ventilation();
      VolumeFiles.write(ventilation.byJacobian(), folder.resolve("ventilation-jacobian.mha"));
      VolumeFiles.write(ventilation.byDensity(), folder.resolve("ventilation-density.mha"));
      VolumeFiles.write(ventilation.difference(), folder.resolve("ventilation-difference.mha"));
    }
  }
}
