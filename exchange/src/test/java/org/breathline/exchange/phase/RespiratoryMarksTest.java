package org.breathline.exchange.phase;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.PrivateBlock;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;
import org.breathline.exchange.phase.RespiratoryMark.Kind;
import org.breathline.exchange.phase.RespiratoryMark.Phase;
import org.breathline.exchange.phase.RespiratoryMark.Projection;
import org.breathline.exchange.phase.RespiratoryMark.Source;
import org.breathline.exchange.phase.RespiratoryMark.Unmarked;
import org.junit.jupiter.api.Test;

final class RespiratoryMarksTest {

  @Test
  void theStandardsOwnAttributeWinsOverWords() throws DicomException {
    Dataset slice =
        new Dataset()
            .setString(Tag.SERIES_DESCRIPTION, "30.0%")
            .setItems(
                Tag.RESPIRATORY_SYNCHRONIZATION_SEQUENCE,
                List.of(new Dataset().setDecimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE, 40)));
    assertThat(RespiratoryMarks.of(slice))
        .isEqualTo(new Phase(40, Source.RESPIRATORY_SYNCHRONIZATION));
  }

  @Test
  void wordsWinOverPrivateElementsAndTheTemporalPosition() throws DicomException {
    Dataset slice = withPrivateLabel("60.0%");
    slice.setInteger(Tag.TEMPORAL_POSITION_IDENTIFIER, 3);
    slice.setInteger(Tag.NUMBER_OF_TEMPORAL_POSITIONS, 10);
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Phase(60, Source.PRIVATE_ELEMENT));
    slice.setString(Tag.IMAGE_COMMENTS, "70.0%");
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Phase(70, Source.IMAGE_COMMENTS));
    slice.setString(Tag.SERIES_DESCRIPTION, "Gated, 80.0%A");
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Phase(80, Source.SERIES_DESCRIPTION));
  }

  @Test
  void aPrivateElementOfAnotherCreatorSaysNothing() throws DicomException {
    Dataset slice = new Dataset();
    PrivateBlock block = PrivateBlock.reserve(slice, 0x01e1, "SOMEBODY ELSE");
    slice.setBytes(block.tag(0x1e), Vr.UN, "60.0%".getBytes(StandardCharsets.US_ASCII));
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Unmarked());
  }

  @Test
  void theCardiacPercentageIsNotLookedAt() throws DicomException {
    Dataset slice = new Dataset().setDecimal(Tag.NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE, 40);
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Unmarked());
  }

  @Test
  void theTemporalPositionIsTheLastResort() throws DicomException {
    Dataset slice =
        new Dataset()
            .setInteger(Tag.TEMPORAL_POSITION_IDENTIFIER, 3)
            .setInteger(Tag.NUMBER_OF_TEMPORAL_POSITIONS, 10);
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Phase(20, Source.TEMPORAL_POSITION));
  }

  @Test
  void aDerivedAverageIsNoPhase() throws DicomException {
    Dataset slice =
        new Dataset()
            .setString(Tag.IMAGE_TYPE, "DERIVED", "SECONDARY", "AXIAL", "MEAN")
            .setString(Tag.SERIES_DESCRIPTION, "4D average 100%");
    assertThat(RespiratoryMarks.of(slice)).isEqualTo(new Projection(Kind.MEAN));
  }

  private static Dataset withPrivateLabel(String label) {
    Dataset slice = new Dataset();
    PrivateBlock block = PrivateBlock.reserve(slice, 0x01e1, "ELSCINT1");
    return slice.setBytes(block.tag(0x1e), Vr.UN, label.getBytes(StandardCharsets.US_ASCII));
  }
}
