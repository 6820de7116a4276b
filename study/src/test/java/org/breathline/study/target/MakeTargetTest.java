package org.breathline.study.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.core.structure.Structure;
import org.breathline.core.target.PhaseWindow;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.registration.SpatialRegistrations;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Json;
import org.breathline.study.report.Schemas;
import org.breathline.study.sort.OrthancServer;
import org.breathline.study.structures.TumourChoice;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a 4DCT and a drawn tumour to the structures of its internal target volume. */
final class MakeTargetTest {

  private static final double DIAMETER_MM = 24;

  @TempDir static Path folder;

  private static Path scan;
  private static Path drawn;
  private static RunLengthMask truth;
  private static Path out;
  private static TargetSummary summary;

  @BeforeAll
  static void make() throws Exception {
    scan = folder.resolve("4dct");
    drawn = folder.resolve("drawn.dcm");
    PhantomFourDct phantom = new PhantomFourDct(TumourSite.LUNG, DIAMETER_MM);
    phantom.write(scan, drawn);
    truth = phantom.union();
    out = folder.resolve("union");
    summary = MakeTarget.run(request(drawn, "gtv LUNG", TargetMethod.UNION), out, Progress.SILENT);
  }

  private static TargetRequest request(Path structures, String target, TargetMethod method) {
    boolean union = method == TargetMethod.UNION;
    return new TargetRequest(
        scan,
        new TumourChoice.Drawn(structures, Optional.of(target), Optional.empty()),
        new TargetRecipe(
            union ? 5 : 0,
            union ? List.of("Wall") : List.of(),
            method,
            PhaseWindow.WHOLE,
            method == TargetMethod.MIDV ? OptionalDouble.empty() : OptionalDouble.of(5),
            TargetRecipe.USUAL_ERRORS,
            union,
            union),
        Optional.empty(),
        false);
  }

  @Test
  void theUnionIsWrittenWithItsReasons() throws Exception {
    assertThat(summary.referencePercent()).isEqualTo(PhantomFourDct.REFERENCE_PERCENT);
    assertThat(Schemas.check("itv", Json.text(summary))).isEmpty();
    assertThat(Schemas.check("itv", Files.readString(out.resolve("itv.json")))).isEmpty();

    StructureSet written = StructureSetReader.read(out.resolve("rtstruct.dcm"));
    assertThat(written.findings()).isEmpty();
    assertThat(written.structures().stream().map(Structure::name))
        .containsExactly(
            "GTV", "GTV_00", "GTV_25", "GTV_50", "GTV_75", "IGTV", "CTV", "ITV", "PTV");
    ShapeComparison igtv = ShapeComparison.of(mask(written, "IGTV"), truth);
    ValidationRecord.write(
        "target",
        "IGTV of a 24 mm lung tumour by registration, voxels of 3 x 3 x 4 mm: Dice",
        igtv.dice(),
        "the union of the phantom's tumour over four phases",
        "at least 0.95",
        "");
    ValidationRecord.write(
        "target",
        "IGTV of a 24 mm lung tumour by registration, voxels of 3 x 3 x 4 mm: mean surface distance",
        igtv.meanSurfaceMm(),
        "the union of the phantom's tumour over four phases",
        "at most 0.6 mm",
        "mm");
    assertThat(igtv.dice()).isGreaterThanOrEqualTo(0.95);
    assertThat(igtv.meanSurfaceMm()).isLessThanOrEqualTo(0.6);
    assertThat(mask(written, "IGTV").minus(mask(written, "ITV")).isEmpty()).isTrue();
    assertThat(mask(written, "ITV").minus(mask(written, "PTV")).isEmpty()).isTrue();

    TargetSummary.ExtentFigures down =
        summary.extents().stream()
            .filter(e -> e.side().equals("inferior"))
            .findFirst()
            .orElseThrow();
    assertThat(down.percent()).isEqualTo(0);
    assertThat(down.beyondMm()).isGreaterThan(3);
    assertThat(summary.phases()).hasSize(4);
    assertThat(summary.midVentilation().savedMl()).isPositive();

    ShortVolume madeBy = (ShortVolume) VolumeFiles.read(out.resolve("made-by.mha"));
    Volume presence = VolumeFiles.read(out.resolve("presence.mha"));
    assertThat(madeBy.grid()).isEqualTo(presence.grid());
    for (int at = 0; at < madeBy.grid().size(); at++) {
      assertThat(presence.at(at)).isBetween(0f, 1f);
      // A voxel of the target is taken up by half, in one phase of four, at least.
      if (madeBy.values()[at] != TargetMaps.OUTSIDE) {
        assertThat(madeBy.values()[at]).isIn((short) 0, (short) 25, (short) 50, (short) 75);
        assertThat(presence.at(at)).isGreaterThanOrEqualTo(0.1249f);
      }
    }

    Dataset segmentation = DicomReader.read(out.resolve("seg.dcm")).dataset();
    assertThat(segmentation.items(Tag.SEGMENT_SEQUENCE)).hasSize(9);
    assertThat(Files.readString(out.resolve("itv.html"))).contains("Why the ITV reaches");
    assertThat(Files.size(out.resolve("itv.pdf"))).isGreaterThan(10_000);
    for (String name : List.of("rtstruct.dcm", "seg.dcm")) {
      if (Tool.isInstalled("dciodvfy")) {
        String verdict = Tool.run(List.of("dciodvfy", out.resolve(name).toString()), 60).output();
        assertThat(verdict.lines()).noneMatch(line -> line.startsWith("Error"));
      }
    }
  }

  @Test
  @RequiresTool("Orthanc")
  void orthancStoresTheObjectsAndGivesThemBack() throws Exception {
    try (OrthancServer orthanc =
        OrthancServer.start(Files.createDirectories(folder.resolve("orthanc")))) {
      for (String name : List.of("rtstruct.dcm", "seg.dcm")) {
        Path file = out.resolve(name);
        String instance = "instances/" + orthanc.store(file);
        assertThat(orthanc.get(instance + "/file")).isEqualTo(Files.readAllBytes(file));
        assertThat(orthanc.json(instance + "/simplified-tags").path("SeriesDescription").asText())
            .isEqualTo("Internal target volume, union");
      }
      assertThat(orthanc.json("studies")).hasSize(1);
    }
  }

  private static RunLengthMask mask(StructureSet set, String name) {
    Optional<Structure> structure = set.find(name);
    return ContourStack.of(structure.orElseThrow().contours(), PhantomFourDct.GRID)
        .occupancy()
        .mask();
  }

  @Test
  void aTargetOnTheAverageComesWithWhatItMisses() throws Exception {
    TargetSummary average =
        MakeTarget.run(
            request(drawn, "GTV lung", TargetMethod.AVERAGE),
            folder.resolve("average"),
            Progress.SILENT);
    assertThat(Schemas.check("itv", Json.text(average))).isEmpty();
    assertThat(average.projection())
        .satisfies(
            p -> assertThat(Objects.requireNonNull(p).missingPercent()).isBetween(5.0, 70.0));
    assertThat(average.notices())
        .anyMatch(n -> n.severity().equals("WARNING") && n.message().contains("average"));
    assertThat(average.volumes().stream().map(TargetSummary.NamedVolume::name))
        .containsExactly("GTV", "IGTV", "ITV", "ITV_AVERAGE", "PTV");
  }

  /** The reference phase as another scanner's CT would be: moved, in a frame of its own. */
  private static Path planningCt(Vector3 moved) throws IOException {
    Path target = Files.createDirectories(folder.resolve("planning-ct"));
    try (Stream<Path> files = Files.list(scan.resolve("50"))) {
      for (Path file : files.toList()) {
        Dataset image = DicomReader.read(file).dataset();
        double[] corner = image.requireDecimals(Tag.IMAGE_POSITION_PATIENT, 3);
        image.setDecimal(
            Tag.IMAGE_POSITION_PATIENT,
            corner[0] + moved.x(),
            corner[1] + moved.y(),
            corner[2] + moved.z());
        image.setString(Tag.SERIES_DESCRIPTION, "Planning");
        for (int tag :
            List.of(Tag.SOP_INSTANCE_UID, Tag.SERIES_INSTANCE_UID, Tag.FRAME_OF_REFERENCE_UID)) {
          image.setString(tag, Uid.fromName("planning " + image.requireString(tag)));
        }
        DicomWriter.write(target.resolve(String.valueOf(file.getFileName())), image);
      }
    }
    return target;
  }

  @Test
  void theTargetIsCarriedToThePlanningCt() throws Exception {
    Vector3 moved = new Vector3(7, -4, 9);
    Path result = folder.resolve("planned");
    TargetRequest asked = request(drawn, "GTV lung", TargetMethod.UNION);
    TargetSummary planned =
        MakeTarget.run(
            new TargetRequest(
                asked.scan(),
                asked.tumour(),
                asked.recipe(),
                Optional.of(
                    new PlanningChoice(Optional.of(planningCt(moved)), new PlanOn.PlanningCt())),
                false),
            result,
            Progress.SILENT);
    assertThat(Schemas.check("itv", Json.text(planned))).isEmpty();
    PlanningFigures figures = Objects.requireNonNull(planned.planning());
    assertThat(figures.planOn()).isEqualTo("3d");
    PlanningFigures.Rigid rigid = Objects.requireNonNull(figures.rigid());
    assertThat(rigid.sameFrame()).isFalse();
    assertThat(rigid.shiftMm().lr()).isCloseTo(moved.x(), within(0.5));
    assertThat(rigid.shiftMm().ap()).isCloseTo(moved.y(), within(0.5));
    assertThat(rigid.shiftMm().si()).isCloseTo(moved.z(), within(0.5));
    for (int n = 0; n < figures.volumes().size(); n++) {
      double before = planned.volumes().get(n).volumeMl();
      assertThat(figures.volumes().get(n).volumeMl()).isCloseTo(before, withinPercentage(3));
    }
    StructureSet carried = StructureSetReader.read(result.resolve(figures.structures()));
    assertThat(carried.findings()).isEmpty();
    assertThat(carried.structures()).hasSize(planned.volumes().size());
    SpatialRegistrations.Rigid written =
        SpatialRegistrations.read(result.resolve("planning/registration.dcm"));
    assertThat(written.transform().translation().plus(moved).length()).isLessThan(1);
  }

  @Test
  void whatDoesNotFitIsRefusedInWords() throws Exception {
    Path refused = folder.resolve("refused");
    assertThatThrownBy(() ->
            MakeTarget.run(request(drawn, "Kidney", TargetMethod.UNION), refused, Progress.SILENT))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("GTV lung");
    assertRefused(
        o -> o.setString(Tag.PATIENT_ID, "Another"), InputException.class, "another patient");
    assertRefused(
        o ->
            o.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)
                .forEach(r -> r.setString(Tag.REFERENCED_FRAME_OF_REFERENCE_UID, "1.2.3")),
        InputException.class,
        "frame of reference");
    assertRefused(
        o -> {
          o.remove(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE);
          for (Dataset roi : o.items(Tag.ROI_CONTOUR_SEQUENCE)) {
            roi.items(Tag.CONTOUR_SEQUENCE).forEach(c -> c.remove(Tag.CONTOUR_IMAGE_SEQUENCE));
          }
        },
        UsageException.class,
        "--reference");
    assertThat(refused).doesNotExist();
  }

  private static void assertRefused(
      Consumer<Dataset> change, Class<? extends Exception> type, String words) throws IOException {
    Dataset changed = DicomReader.read(drawn).dataset();
    change.accept(changed);
    Path file = folder.resolve("changed.dcm");
    DicomWriter.write(file, changed, TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    assertThatThrownBy(() ->
            MakeTarget.run(
                request(file, "GTV lung", TargetMethod.UNION),
                folder.resolve("refused"),
                Progress.SILENT))
        .isInstanceOf(type)
        .hasMessageContaining(words);
  }
}
