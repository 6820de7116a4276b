package org.breathline.exchange.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.exchange.ct.CtSlice;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structure sets come back as they were written; what files have wrong is tolerated and said. */
final class StructureSetTest {

  @TempDir static Path folder;

  private static List<CtSlice> slices;
  private static Grid grid;
  private static List<Structure> structures;

  @BeforeAll
  static void write() throws IOException {
    slices = SampleSeries.write(folder.resolve("ct"));
    grid = SampleSeries.grid(slices);
    structures = SampleStructures.structures(grid);
  }

  private static Dataset composed() throws IOException {
    return StructureSetWriter.compose(SampleSeries.context(slices), structures);
  }

  private static StructureSet changed(Consumer<Dataset> change) throws IOException {
    Dataset object = composed();
    change.accept(object);
    return StructureSetReader.of(object);
  }

  private static List<StructureFinding.Kind> kinds(StructureSet set) {
    return set.findings().stream().map(StructureFinding::kind).toList();
  }

  @Test
  void aSetComesBackAsItWasWritten() throws IOException {
    Path file = folder.resolve("rs.dcm");
    StructureSetWriter.write(file, SampleSeries.context(slices), structures);
    StructureSet read = StructureSetReader.read(file);
    assertThat(read.findings()).isEmpty();
    assertThat(read.label()).isEqualTo("SAMPLE");
    assertThat(read.patientId()).contains("S1");
    assertThat(read.isInFrame(slices.getFirst().frameOfReferenceUid())).isTrue();
    assertThat(read.images()).hasSize(1);
    assertThat(read.referencesTo(slices.stream().map(CtSlice::sopInstanceUid).toList()))
        .isEqualTo(slices.size());
    assertThat(read.structures()).hasSize(3);
    for (int s = 0; s < 3; s++) {
      Structure before = structures.get(s);
      Structure after = read.structures().get(s);
      assertThat(after.number()).isEqualTo(before.number());
      assertThat(after.name()).isEqualTo(before.name());
      assertThat(after.type()).isEqualTo(before.type());
      assertThat(after.colour()).isEqualTo(before.colour());
      assertThat(after.points()).isEqualTo(before.points());
      assertThat(after.contours()).hasSameSizeAs(before.contours());
      for (int c = 0; c < before.contours().size(); c++) {
        double[] expected = before.contours().get(c).coordinates();
        assertThat(after.contours().get(c).coordinates()).containsExactly(expected, within(6e-4));
      }
    }
    assertThat(read.find("itv ÜBRIG")).isPresent();
    assertThat(read.find("Kidney")).isEmpty();
  }

  @Test
  void everyContourNamesTheImageItLiesOn() throws IOException {
    for (Dataset roi : composed().items(Tag.ROI_CONTOUR_SEQUENCE)) {
      for (Dataset contour : roi.items(Tag.CONTOUR_SEQUENCE)) {
        String image =
            contour
                .requireItem(Tag.CONTOUR_IMAGE_SEQUENCE)
                .requireString(Tag.REFERENCED_SOP_INSTANCE_UID);
        double z = contour.decimals(Tag.CONTOUR_DATA)[2];
        CtSlice slice =
            slices.stream().filter(s -> s.sopInstanceUid().equals(image)).findFirst().orElseThrow();
        assertThat(slice.positionMm()).isCloseTo(z, within(1e-6));
      }
    }
  }

  @Test
  void theSameStructuresGiveTheSameFile() throws IOException {
    assertThat(composed().requireString(Tag.SOP_INSTANCE_UID))
        .isEqualTo(composed().requireString(Tag.SOP_INSTANCE_UID));
  }

  @Test
  void aWrongModalityIsToleratedAndSaid() throws IOException {
    StructureSet set = changed(o -> o.setString(Tag.MODALITY, "RTPLAN"));
    assertThat(kinds(set)).containsExactly(StructureFinding.Kind.MODALITY);
    assertThat(set.findings().getFirst().words()).contains("RTPLAN");
    assertThat(set.structures()).hasSize(3);
  }

  @Test
  void contoursInAnyOrderMakeTheSameMask() throws IOException {
    StructureSet set =
        changed(object -> {
          for (Dataset roi : object.items(Tag.ROI_CONTOUR_SEQUENCE)) {
            List<Dataset> contours = new ArrayList<>(roi.items(Tag.CONTOUR_SEQUENCE));
            if (!contours.isEmpty()) {
              Collections.shuffle(contours, new Random(3));
              roi.setItems(Tag.CONTOUR_SEQUENCE, contours);
            }
          }
        });
    for (int s = 0; s < 2; s++) {
      assertThat(ContourStack.of(set.structures().get(s).contours(), grid).occupancy().mask())
          .isEqualTo(ContourStack.of(structures.get(s).contours(), grid).occupancy().mask());
    }
  }

  @Test
  void missingReferencesAreTolerated() throws IOException {
    StructureSet set =
        changed(object -> {
          object.remove(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE);
          for (Dataset roi : object.items(Tag.ROI_CONTOUR_SEQUENCE)) {
            roi.items(Tag.CONTOUR_SEQUENCE).forEach(c -> c.remove(Tag.CONTOUR_IMAGE_SEQUENCE));
          }
        });
    assertThat(set.images()).isEmpty();
    assertThat(set.findings()).isEmpty();
    assertThat(set.structures().getFirst().contours()).isNotEmpty();
  }

  @Test
  void openContoursAndWrongCountsAreToleratedAndSaid() throws IOException {
    StructureSet set =
        changed(object -> {
          List<Dataset> rois = object.items(Tag.ROI_CONTOUR_SEQUENCE);
          Dataset open = rois.getFirst().items(Tag.CONTOUR_SEQUENCE).getFirst();
          open.setString(Tag.CONTOUR_GEOMETRIC_TYPE, "OPEN_PLANAR");
          open.setDecimal(Tag.CONTOUR_DATA, 0, 0, 1, 10, 0, 1, 10, 10, 1, 0, 0.1, 1);
          open.setInteger(Tag.NUMBER_OF_CONTOUR_POINTS, 4);
          Dataset line = rois.getFirst().items(Tag.CONTOUR_SEQUENCE).get(1);
          line.setString(Tag.CONTOUR_GEOMETRIC_TYPE, "OPEN_PLANAR");
          Dataset wrong = rois.get(1).items(Tag.CONTOUR_SEQUENCE).getFirst();
          wrong.setInteger(Tag.NUMBER_OF_CONTOUR_POINTS, 5);
          Dataset two = rois.get(1).items(Tag.CONTOUR_SEQUENCE).get(1);
          two.setDecimal(Tag.CONTOUR_DATA, 0, 0, 1, 10, 0, 1);
          two.setInteger(Tag.NUMBER_OF_CONTOUR_POINTS, 2);
          Dataset bent = rois.get(1).items(Tag.CONTOUR_SEQUENCE).get(2);
          bent.setDecimal(Tag.CONTOUR_DATA, 0, 0, 1, 10, 0, 1, 10, 10, 1, 0, 10, 9);
          bent.setInteger(Tag.NUMBER_OF_CONTOUR_POINTS, 4);
        });
    assertThat(kinds(set))
        .containsExactlyInAnyOrder(
            StructureFinding.Kind.OPEN_CONTOUR,
            StructureFinding.Kind.OPEN_CONTOUR,
            StructureFinding.Kind.POINT_COUNT,
            StructureFinding.Kind.TOO_FEW_POINTS,
            StructureFinding.Kind.NOT_PLANAR);
    assertThat(set.structures().getFirst().contours()).hasSize(7);
    assertThat(set.structures().getFirst().contours().getFirst().size()).isEqualTo(3);
    assertThat(set.structures().get(1).contours()).hasSize(6);
  }

  @Test
  void contoursOfNobodyAndRepeatedNumbersAreSaid() throws IOException {
    StructureSet set =
        changed(object -> {
          object
              .items(Tag.ROI_CONTOUR_SEQUENCE)
              .getFirst()
              .setInteger(Tag.REFERENCED_ROI_NUMBER, 99);
          object.items(Tag.STRUCTURE_SET_ROI_SEQUENCE).get(2).setInteger(Tag.ROI_NUMBER, 4);
        });
    assertThat(kinds(set))
        .contains(
            StructureFinding.Kind.NOBODYS_CONTOURS,
            StructureFinding.Kind.REPEATED_NUMBER,
            StructureFinding.Kind.EMPTY_STRUCTURE);
    assertThat(set.structures()).hasSize(2);
  }

  @Test
  void anotherObjectIsRefused() throws IOException {
    Dataset ct = composed().setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE);
    assertThatThrownBy(() -> StructureSetReader.of(ct))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("RT Structure Set");
    Dataset numbers = composed();
    numbers
        .items(Tag.ROI_CONTOUR_SEQUENCE)
        .getFirst()
        .items(Tag.CONTOUR_SEQUENCE)
        .getFirst()
        .setDecimal(Tag.CONTOUR_DATA, 1, 2, 3, 4);
    assertThatThrownBy(() -> StructureSetReader.of(numbers))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("ContourData");
  }

  @Test
  void targetsAreKnownByTheirNamesWhereTheTermSaysNothing() {
    assertThat(InterpretedType.of("", "", "GTV-1")).isEqualTo(StructureType.GTV);
    assertThat(InterpretedType.of("CTV", "ITV", "x")).isEqualTo(StructureType.ITV);
    assertThat(InterpretedType.of("CTV", "", "CTV boost")).isEqualTo(StructureType.CTV);
    assertThat(InterpretedType.of("gtv", "", "IGTV")).isEqualTo(StructureType.IGTV);
    assertThat(InterpretedType.of("ORGAN", "", "PTV minus lung")).isEqualTo(StructureType.ORGAN);
    assertThat(InterpretedType.of("BRACHY_CHANNEL", "", "x")).isEqualTo(StructureType.OTHER);
  }
}
