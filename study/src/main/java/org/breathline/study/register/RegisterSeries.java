package org.breathline.study.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.core.registration.quality.QualityLimits;
import org.breathline.core.registration.quality.RegistrationReport;
import org.breathline.dicom.data.Dataset;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.exchange.registration.DeformableRegistrations;
import org.breathline.exchange.registration.RegistrationContext;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.output.Json;
import org.breathline.study.output.OutputFolder;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.report.RegistrationFigures;
import org.breathline.study.report.RegistrationPages;
import org.breathline.study.report.RegistrationResult;

/** Registers the phases of a 4DCT with one of them and writes the fields. */
public final class RegisterSeries {

  /** Stands in the files of a field that the quality gate refuses. */
  static final String REFUSED = "REFUSED BY THE GATE";

  private RegisterSeries() {}

  /**
   * Registers into a result folder: {@code fields/}, {@code dicom/}, {@code report.html}, {@code
   * report.pdf} and {@code register.json}.
   *
   * @throws InputException if the folder holds no sorted 4DCT
   * @throws RefusalException if the gate refuses a field and the user does not insist
   * @throws IOException if something cannot be read or written; nothing is left half-written
   */
  public static RegisterSeriesSummary run(
      RegisterSeriesRequest request, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    return run(request, QualityLimits.TG132, out, progress);
  }

  /** As {@link #run(RegisterSeriesRequest, Path, Progress)} with other limits. */
  static RegisterSeriesSummary run(
      RegisterSeriesRequest request, QualityLimits limits, Path out, Progress progress)
      throws IOException, InputException, RefusalException {
    try (OutputFolder folder = OutputFolder.create(out, request.phases())) {
      LoadedPhases loaded = LoadedPhases.load(request.phases(), progress);
      RegisteredPhases registered =
          RegisteredPhases.register(loaded, request.referencePercent(), progress);
      RegistrationResult result = JudgedPhases.of(registered, request.scrutiny(), limits, progress);
      List<String> refusals = result.refusals();
      if (!refusals.isEmpty() && !request.insist()) {
        throw new RefusalException(
            "The registration is not good enough to be used: "
                + String.join(" ", refusals)
                + " Look at the images; --insist writes the fields all the same, and marks them.");
      }
      Provenance provenance =
          Provenance.of("register", request.parameters(), List.of(loaded.input()));
      List<RegisterSeriesSummary.Field> fields =
          writeFields(registered, result, provenance, folder.staging(), progress);
      RegistrationPages.write(result, provenance, Instant.now(), folder.staging());
      RegisterSeriesSummary summary =
          new RegisterSeriesSummary(
              out.toString(), RegistrationFigures.of(result), fields, provenance);
      Json.write(summary, folder.staging().resolve("register.json"));
      Json.write(provenance, folder.staging().resolve(OutputFolder.MANIFEST));
      folder.commit();
      return summary;
    }
  }

  private static List<RegisterSeriesSummary.Field> writeFields(
      RegisteredPhases registered,
      RegistrationResult result,
      Provenance provenance,
      Path folder,
      Progress progress)
      throws IOException {
    Files.createDirectories(folder.resolve("fields"));
    Files.createDirectories(folder.resolve("dicom"));
    List<CtSlice> fixed = slices(registered, registered.sequence().reference());
    Dataset header = SourceSlice.open(fixed.getFirst()).header();
    LocalDateTime now = LocalDateTime.now(ZoneId.systemDefault());
    List<RegisterSeriesSummary.Field> fields = new ArrayList<>();
    for (int n = 0; n < result.phases().size(); n++) {
      progress.report("writing fields", n, result.phases().size());
      RegistrationResult.Phase phase = result.phases().get(n);
      if (phase.report().isEmpty()) {
        continue;
      }
      RegistrationReport judged = phase.report().get();
      String name = String.format(Locale.ROOT, "phase-%02.0f", phase.percent());
      String volume = "fields/" + name + ".mha";
      String dicom = "dicom/" + name + ".dcm";
      String refused = judged.verdict().outcome() == Outcome.REFUSE ? REFUSED + ": " : "";
      DisplacementFieldFiles.write(
          registered.fields().get(n), refused.isEmpty() ? "" : REFUSED, folder.resolve(volume));
      UncertaintyMaps.write(judged, name, folder);
      DeformableRegistrations.write(
          folder.resolve(dicom),
          registered.fields().get(n),
          new RegistrationContext(
              fixed,
              slices(registered, n),
              header,
              String.format(
                  Locale.ROOT,
                  "%s%.0f %% to %.0f %%",
                  refused,
                  result.referencePercent(),
                  phase.percent()),
              refused
                  + "breathline %s register; TG-132 level %d proposed. %s"
                      .formatted(
                          provenance.version(),
                          judged.verdict().proposed().level(),
                          judged.method()),
              now));
      fields.add(new RegisterSeriesSummary.Field(phase.percent(), volume, dicom));
    }
    progress.report("writing fields", result.phases().size(), result.phases().size());
    return fields;
  }

  private static List<CtSlice> slices(RegisteredPhases registered, int phase) {
    double percent = registered.phases().source().percents().get(phase);
    return registered.phases().source().stack(percent).slices();
  }
}
