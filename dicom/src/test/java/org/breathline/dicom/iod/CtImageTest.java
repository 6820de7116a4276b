package org.breathline.dicom.iod;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomFolder;
import org.breathline.dicom.io.ReadOptions;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

class CtImageTest {

  @Test
  @RequiresData("4dct/popi-light")
  void realSlicesHavePlacesTimesAndHounsfieldUnits() throws IOException {
    DicomFolder.Contents contents =
        DicomFolder.read(TestData.get("4dct/popi-light"), ReadOptions.ALL);
    assertThat(contents.damaged()).isEmpty();
    assertThat(contents.files()).hasSize(470);
    DicomFile file = contents.files().getFirst().file();
    CtImage image = CtImage.of(file);
    assertThat(image.columns()).isEqualTo(100);
    assertThat(image.rows()).isEqualTo(100);
    assertThat(image.rowSpacingMm()).isEqualTo(5);
    assertThat(image.orientation()).containsExactly(1, 0, 0, 0, 1, 0);
    assertThat(image.contentTimeS()).isPresent();
    assertThat(image.rescale()).isEqualTo(new Rescale(1, -1024));
    assertThat(file.dataset().string(Tag.SERIES_DESCRIPTION)).contains("0.0%");
    short[] stored = new short[10_000];
    short[] hu = new short[10_000];
    image.readStored(stored);
    image.readHu(hu);
    for (int i = 0; i < hu.length; i++) {
      assertThat(hu[i]).isEqualTo((short) (stored[i] - 1024));
    }
  }
}
