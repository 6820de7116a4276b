package org.breathline.exchange.waveform;

import java.util.List;
import java.util.Optional;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;

/**
 * A coded concept (PS3.3, 8.8).
 *
 * @param value the code
 * @param scheme the coding scheme's designator
 * @param meaning the code's meaning in words
 */
record CodedConcept(String value, String scheme, String meaning) {

  /** The channel source of a breathing signal (PS3.16, CID 3005). */
  static final CodedConcept RESPIRATION = new CodedConcept("109117", "DCM", "Respiration Waveform");

  /** The signal of a beam that records images (PS3.16, CID 3090). */
  static final CodedConcept XRAY_ON = new CodedConcept("109005", "DCM", "X-Ray On Trigger");

  /** The like for fluoroscopy (PS3.16, CID 3090). */
  static final CodedConcept FLUOROSCOPY_ON =
      new CodedConcept("109004", "DCM", "X-Ray Fluoroscopy On Signal");

  static final CodedConcept MILLIMETRE = new CodedConcept("mm", "UCUM", "mm");
  static final CodedConcept ARBITRARY_UNIT = new CodedConcept("[arb'U]", "UCUM", "arbitrary unit");

  /** The concept in the first item of a code sequence, if there is one. */
  static Optional<CodedConcept> find(Dataset dataset, int sequenceTag) {
    return dataset.items(sequenceTag).stream()
        .findFirst()
        .flatMap(item ->
            item.string(Tag.CODE_VALUE)
                .map(value ->
                    new CodedConcept(
                        value,
                        item.string(Tag.CODING_SCHEME_DESIGNATOR).orElse(""),
                        item.string(Tag.CODE_MEANING).orElse(""))));
  }

  /** As the only item of a code sequence. */
  List<Dataset> items() {
    return List.of(
        new Dataset()
            .setString(Tag.CODE_VALUE, value)
            .setString(Tag.CODING_SCHEME_DESIGNATOR, scheme)
            .setString(Tag.CODE_MEANING, meaning));
  }

  /** Whether it is the same concept, whatever its meaning is called. */
  boolean isSame(CodedConcept other) {
    return value.equals(other.value) && scheme.equals(other.scheme);
  }

  /** Whether it says that the X-ray beam is on. */
  boolean isXrayOn() {
    return isSame(XRAY_ON) || isSame(FLUOROSCOPY_ON);
  }
}
