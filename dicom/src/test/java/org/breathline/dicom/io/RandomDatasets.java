package org.breathline.dicom.io;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.CharacterSet;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Dictionary;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.ValueElement;
import org.breathline.dicom.data.Vr;

/** Seeded data sets with elements of every representation, nested. */
final class RandomDatasets {

  private static final List<String> KEYWORDS =
      List.of(
          "ImageType",
          "StudyDate",
          "StudyTime",
          "AcquisitionDateTime",
          "AccessionNumber",
          "Modality",
          "Manufacturer",
          "SeriesDescription",
          "PatientName",
          "PatientID",
          "PatientAge",
          "AdditionalPatientHistory",
          "SliceThickness",
          "XRayTubeCurrent",
          "NominalPercentageOfRespiratoryPhase",
          "ImagePositionPatient",
          "StudyInstanceUID",
          "FrameIncrementPointer",
          "Rows",
          "TagThreshold",
          "DimensionIndexValues",
          "ReferencePixelX0",
          "VectorGridData",
          "ImageComments",
          "TextValue",
          "ScheduledStationAETitle",
          "RecommendedDisplayFrameRate",
          "RetrieveURL",
          "StringValue",
          "TableOfXBreakPoints",
          "SelectorSSValue",
          "SelectorFLValue",
          "SelectorOBValue",
          "SelectorUCValue",
          "SelectorSVValue",
          "SelectorUVValue",
          "TrackPointIndexList",
          "DoubleFloatPixelData");

  private static final String LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_";
  private static final String WORDS = "abc xyz äöüéñ жщя 肺呼吸 0123456789 .,-";

  private final SplittableRandom random;

  private RandomDatasets(SplittableRandom random) {
    this.random = random;
  }

  static Dataset next(long seed) {
    RandomDatasets source = new RandomDatasets(new SplittableRandom(seed));
    Dataset dataset = source.dataset(0);
    return dataset
        .setString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
        .setString(Tag.SOP_CLASS_UID, SopClass.SECONDARY_CAPTURE_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName("random " + seed))
        .setInteger(Tag.BITS_ALLOCATED, 16)
        .put(
            new BulkElement(
                Tag.PIXEL_DATA, Vr.OW, new BulkData.InMemory(source.bytes(2 * source.upTo(500)))));
  }

  private Dataset dataset(int depth) {
    Dataset dataset = new Dataset();
    for (String keyword : KEYWORDS) {
      int tag = Dictionary.tag(keyword).orElse(0);
      if (tag != 0 && random.nextInt(3) > 0 && (depth == 0 || tag != Tag.PIXEL_DATA)) {
        put(dataset, tag);
      }
    }
    if (depth < 3 && random.nextInt(3) > 0) {
      List<Dataset> items = new ArrayList<>();
      for (int i = upTo(3); i > 0; i--) {
        items.add(dataset(depth + 1));
      }
      dataset.setItems(Tag.REFERENCED_SERIES_SEQUENCE, items);
    }
    return dataset;
  }

  private void put(Dataset dataset, int tag) {
    Vr vr = Dictionary.vr(tag);
    int count = upTo(3);
    switch (vr) {
      case US -> dataset.setInteger(tag, ints(count, 0, 65535));
      case SS -> dataset.setInteger(tag, ints(count, -32768, 32767));
      case UL, SL, SV, UV, AT -> dataset.setInteger(tag, ints(count, 0x00080000, 0x7FDFFFFF));
      case IS -> dataset.setInteger(tag, ints(count, -1_000_000, 1_000_000));
      case FL -> dataset.setDecimal(tag, (float) random.nextDouble());
      case FD, DS -> dataset.setDecimal(tag, random.nextDouble() * 1e4, -random.nextInt(9999));
      case OB, OD, OF, OL, OV, OW ->
          dataset.put(new ValueElement(tag, vr, bytes(8 * upTo(9)), CharacterSet.DEFAULT));
      case DA -> dataset.setString(tag, "202601" + (10 + random.nextInt(20)));
      case TM -> dataset.setString(tag, "1" + random.nextInt(10) + "3059.5");
      case DT -> dataset.setString(tag, "20260102030405.25");
      case AS -> dataset.setString(tag, "0" + (10 + random.nextInt(80)) + "Y");
      case UI -> dataset.setString(tag, Uid.fromName("u" + random.nextInt()));
      case CS, AE -> dataset.setString(tag, word(LETTERS, 16));
      case UR -> dataset.setString(tag, "https://example.org/" + word(LETTERS, 30));
      case PN -> dataset.setString(tag, word(WORDS, 20) + "^" + word(WORDS, 9));
      case SH, LO, ST, LT, UC, UT -> dataset.setString(tag, word(WORDS, 16));
      case SQ, UN -> throw new IllegalStateException(Tag.describe(tag));
    }
  }

  private int upTo(int most) {
    return 1 + random.nextInt(most);
  }

  private int[] ints(int count, int least, int most) {
    int[] numbers = new int[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = random.nextInt(least, most);
    }
    return numbers;
  }

  private byte[] bytes(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }

  private String word(String letters, int most) {
    StringBuilder word = new StringBuilder();
    for (int i = upTo(most); i > 0; i--) {
      word.append(letters.charAt(random.nextInt(letters.length())));
    }
    return word.toString().strip().isEmpty() ? "x" : word.toString().strip();
  }
}
