package org.breathline.study.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.registration.quality.FieldQuality;
import org.breathline.core.registration.quality.RegistrationReport;

/** The maps of a second opinion about a field, as MetaImage. */
public final class UncertaintyMaps {

  private UncertaintyMaps() {}

  /**
   * Writes {@code uncertainty/NAME-engines.mha}, how far two engines are apart, and {@code
   * uncertainty/NAME-there-and-back.mha}, both mm; nothing where no second opinion was asked for.
   *
   * @throws IOException if something cannot be written
   */
  public static void write(RegistrationReport report, String name, Path folder) throws IOException {
    FieldQuality.Maps maps = report.quality().maps();
    Path into = folder.resolve("uncertainty");
    if (maps.uncertaintyMm().isPresent()) {
      Files.createDirectories(into);
      VolumeFiles.write(maps.uncertaintyMm().get(), into.resolve(name + "-engines.mha"));
    }
    if (maps.inverseConsistencyMm().isPresent()) {
      Files.createDirectories(into);
      VolumeFiles.write(
          maps.inverseConsistencyMm().get(), into.resolve(name + "-there-and-back.mha"));
    }
  }
}
