package org.breathline.exchange.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.evaluation.StructureDose;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.structure.Structure;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.TestData;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Histograms of a real plan against those that the planning system itself drew, and how far two
 * other programs are from them.
 */
final class EclipseHistogramTest {

  private static final String DATA = "dvh/eclipse-prostate";

  /** Names in the structure set, and in the first columns of the tables. */
  private static final List<String> NAMES =
      List.of("BODY", "Bladder", "Femoral Head Lt", "Femoral Head RT", "PTV", "Rectum");

  private static final String DICOMPYLER =
      """
      import sys
      from dicompylercore import dvhcalc
      number = int(sys.argv[3])
      h = dvhcalc.get_dvh(sys.argv[1], sys.argv[2], number,
                          interpolation_resolution=0.625,
                          interpolation_segments_between_planes=2)
      print(h.volume, h.mean, h.statistic('D95').value, h.statistic('D2').value)
      """;

  @TempDir static Path folder;

  @Test
  @RequiresData(DATA)
  void weAreNoFartherFromEclipseThanOthersAre() throws IOException {
    FloatVolume dose = dose();
    StructureSet structures = StructureSetReader.read(file("RS."));
    List<NavigableMap<Double, Double>> eclipse = table("Eclipse");
    List<NavigableMap<Double, Double>> cerr = table("CERR");
    List<NavigableMap<Double, Double>> slicer = table("SlicerRT");
    for (int column = 0; column < NAMES.size(); column++) {
      String name = NAMES.get(column);
      Structure structure = structures.find(name).orElseThrow();
      DoseVolumeHistogram histogram = StructureDose.of(structure.contours(), dose);
      double[] distances = new double[3];
      int count = 0;
      for (Map.Entry<Double, Double> point : eclipse.get(column).entrySet()) {
        double at = point.getKey();
        if (at > 0 && at <= histogram.maximumGy() + 1) {
          double truth = point.getValue();
          distances[0] += Math.abs(histogram.volumeAtPercent(at) - truth);
          distances[1] += Math.abs(percent(cerr.get(column), at) - truth);
          distances[2] += Math.abs(percent(slicer.get(column), at) - truth);
          count++;
        }
      }
      record(name + ": ours", distances[0] / count);
      record(name + ": CERR", distances[1] / count);
      record(name + ": SlicerRT", distances[2] / count);
      assertThat(distances[0]).as(name).isLessThanOrEqualTo(distances[1]);
      assertThat(distances[0]).as(name).isLessThanOrEqualTo(distances[2]);
    }
  }

  private static void record(String what, double figure) {
    ValidationRecord.write(
        "histogram",
        "mean distance from Eclipse's own cumulative histogram, prostate plan, " + what,
        figure,
        "Eclipse's table (SlicerRT test data)",
        "no farther than CERR and SlicerRT",
        "% of volume");
  }

  /** The per cent of a curve at a dose, between its points. */
  private static double percent(NavigableMap<Double, Double> curve, double at) {
    Map.Entry<Double, Double> below = curve.floorEntry(at);
    Map.Entry<Double, Double> above = curve.ceilingEntry(at);
    if (above == null || below == null) {
      return above == null ? 0 : 100;
    }
    double width = above.getKey() - below.getKey();
    double part = width == 0 ? 0 : (at - below.getKey()) / width;
    return below.getValue() + part * (above.getValue() - below.getValue());
  }

  private static List<NavigableMap<Double, Double>> table(String program) throws IOException {
    List<NavigableMap<Double, Double>> curves = new ArrayList<>();
    List<String> lines =
        Files.readAllLines(
            TestData.get(DATA).resolve("EclipseProstate_DvhTable_" + program + ".csv"));
    for (int column = 0; column < NAMES.size(); column++) {
      NavigableMap<Double, Double> curve = new TreeMap<>();
      for (String line : lines.subList(1, lines.size())) {
        List<String> fields = List.of(line.split(",", -1));
        if (!fields.get(2 * column).isBlank()) {
          curve.put(
              Double.parseDouble(fields.get(2 * column)),
              Double.parseDouble(fields.get(2 * column + 1)));
        }
      }
      curves.add(curve);
    }
    return curves;
  }

  @Test
  @RequiresData(DATA)
  @RequiresTool("python3:dicompylercore")
  void dicompylerFindsTheSameVolumesAndIsNoNearerToEclipse() throws IOException {
    FloatVolume dose = dose();
    StructureSet structures = StructureSetReader.read(file("RS."));
    Dataset header = DicomReader.read(file("RS.")).dataset();
    header.setString(Tag.FRAME_OF_REFERENCE_UID, structures.framesOfReference().getFirst());
    Path written = folder.resolve("dose.dcm");
    DoseWriter.write(
        written,
        new DoseContext(
            header,
            Uid.fromName("plan"),
            Optional.empty(),
            DoseSummation.PLAN,
            OptionalInt.empty(),
            "dose",
            "",
            LocalDateTime.of(2026, 3, 4, 5, 6, 7)),
        dose,
        Map.of());
    for (String name : List.of("PTV", "Bladder", "Rectum")) {
      Structure structure = structures.find(name).orElseThrow();
      DoseVolumeHistogram histogram = StructureDose.of(structure.contours(), dose);
      Tool.Result printed =
          Tool.python(
              DICOMPYLER,
              List.of(
                  file("RS.").toString(), written.toString(), Integer.toString(structure.number())),
              120);
      assertThat(printed.exitCode()).as(printed.output()).isZero();
      List<String> lines = printed.output().strip().lines().toList();
      List<String> fields = List.of(lines.getLast().split(" "));
      double volume = Double.parseDouble(fields.get(0));
      assertThat(histogram.volumeMl()).isCloseTo(volume, within(0.02 * volume));
      // Mean and D95 differ by up to 1 Gy where the dose is steep; Eclipse is nearer to us.
      NavigableMap<Double, Double> eclipse = table("Eclipse").get(NAMES.indexOf(name));
      double d95 = doseAt(95, eclipse);
      assertThat(Math.abs(histogram.meanGy() - mean(eclipse)))
          .isLessThanOrEqualTo(Math.abs(Double.parseDouble(fields.get(1)) - mean(eclipse)) + 0.05);
      assertThat(Math.abs(histogram.doseAtPercent(95) - d95))
          .isLessThanOrEqualTo(Math.abs(Double.parseDouble(fields.get(2)) - d95) + 0.05);
      assertThat(histogram.doseAtPercent(2))
          .isCloseTo(Double.parseDouble(fields.get(3)), within(0.1));
    }
  }

  /** The dose at which a curve falls below a per cent. */
  private static double doseAt(double percent, NavigableMap<Double, Double> curve) {
    return curve.entrySet().stream()
        .filter(point -> point.getValue() < percent)
        .mapToDouble(Map.Entry::getKey)
        .min()
        .orElseThrow();
  }

  /** The area under a cumulative curve. */
  private static double mean(NavigableMap<Double, Double> curve) {
    double sum = 0;
    Map.Entry<Double, Double> before = curve.firstEntry();
    for (Map.Entry<Double, Double> point : curve.entrySet()) {
      sum += (point.getKey() - before.getKey()) * (point.getValue() + before.getValue()) / 200;
      before = point;
    }
    return sum;
  }

  private static FloatVolume dose() throws IOException {
    Volume volume = VolumeFiles.read(TestData.get(DATA).resolve("EclipseProstate_Dose.nrrd"));
    float[] values = new float[volume.grid().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(0, volume.at(i));
    }
    return new FloatVolume(volume.grid(), values);
  }

  private static Path file(String prefix) throws IOException {
    try (var files = Files.list(TestData.get(DATA))) {
      return files
          .filter(f -> String.valueOf(f.getFileName()).startsWith(prefix))
          .findFirst()
          .orElseThrow();
    }
  }
}
