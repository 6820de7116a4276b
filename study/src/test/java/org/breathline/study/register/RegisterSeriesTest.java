package org.breathline.study.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.quality.QualityLimits;
import org.breathline.exchange.registration.DeformableRegistrations;
import org.breathline.study.RefusalException;
import org.breathline.study.output.Json;
import org.breathline.study.report.Schemas;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three phases of the real 4DCT. */
@RequiresData("4dct/popi-light")
final class RegisterSeriesTest {

  /** No field is as good as this. */
  private static final QualityLimits IMPOSSIBLE = new QualityLimits(0.01, 0.02, 5, 0.4, 2.5, 0.002);

  @TempDir static Path folder;
  private static Path phases;

  @BeforeAll
  static void takeThreePhases() throws Exception {
    phases = Files.createDirectories(folder.resolve("phases"));
    for (String phase : List.of("10", "40", "60")) {
      Path from = TestData.get("4dct/popi-light").resolve(phase);
      Path to = Files.createDirectories(phases.resolve(phase));
      try (Stream<Path> slices = Files.list(from)) {
        for (Path slice : slices.toList()) {
          Files.copy(slice, to.resolve(String.valueOf(slice.getFileName())));
        }
      }
    }
  }

  @Test
  void writesFieldsFiguresAndAReport() throws Exception {
    Path out = folder.resolve("out");
    RegisterSeriesSummary summary =
        RegisterSeries.run(
            new RegisterSeriesRequest(phases, 55, Scrutiny.USUAL, false), out, Progress.SILENT);

    assertThat(Schemas.check("register-4dct", Json.text(summary))).isEmpty();
    assertThat(Schemas.check("register-4dct", Files.readString(out.resolve("register.json"))))
        .isEmpty();
    assertThat(summary.registration().referencePercent()).isEqualTo(60);
    assertThat(summary.fields()).hasSize(2);
    for (RegisterSeriesSummary.Field field : summary.fields()) {
      DisplacementField volume = DisplacementFieldFiles.read(out.resolve(field.volume()));
      DeformableRegistrations.Deformable dicom =
          DeformableRegistrations.read(out.resolve(field.dicom()));
      assertThat(dicom.field().z()).isEqualTo(volume.z());
      assertThat(dicom.movingImageUids()).hasSize(47);
    }
    assertThat(Files.readString(out.resolve("report.html")))
        .contains("TG-132", "From 60 % to 10 %");
    assertThat(out.resolve("report.pdf")).isNotEmptyFile();
  }

  @Test
  void aFieldThatFailsIsRefusedUnlessSomebodyInsists() throws Exception {
    Path out = folder.resolve("refused");
    assertThatThrownBy(() ->
            RegisterSeries.run(
                new RegisterSeriesRequest(phases, 60, Scrutiny.USUAL, false),
                IMPOSSIBLE,
                out,
                Progress.SILENT))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("--insist");
    assertThat(out).doesNotExist();

    RegisterSeriesSummary summary =
        RegisterSeries.run(
            new RegisterSeriesRequest(phases, 60, Scrutiny.USUAL, true),
            IMPOSSIBLE,
            out,
            Progress.SILENT);
    assertThat(summary.registration().verdict()).isEqualTo("refuse");
    assertThat(Files.readString(out.resolve("dicom/phase-10.dcm"), StandardCharsets.ISO_8859_1))
        .contains("REFUSED BY THE GATE");
  }
}
