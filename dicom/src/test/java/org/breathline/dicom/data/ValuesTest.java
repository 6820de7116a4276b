package org.breathline.dicom.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

/** Values of single elements, and how a data set keeps them. */
class ValuesTest {

  @Test
  void decimalStringsHaveAtMost16CharactersAndReadBack() {
    Property.holds(
        2000,
        1,
        random -> {
          double number = (random.nextDouble() - 0.5) * Math.pow(10, random.nextInt(40) - 20);
          String text = DecimalString.format(number);
          assertThat(text.length()).isLessThanOrEqualTo(DecimalString.MAX_LENGTH);
          assertThat(DecimalString.parse(text)).isCloseTo(number, within(Math.abs(number) * 1e-8));
        });
    assertThat(DecimalString.format(-249.51171875)).isEqualTo("-249.51171875");
    assertThat(DecimalString.format(0.1)).isEqualTo("0.1");
    assertThat(DecimalString.format(1e20)).isEqualTo("1E20");
    assertThatThrownBy(() -> DecimalString.parse("NaN")).isInstanceOf(NumberFormatException.class);
  }

  @Test
  void timesAndDatesInOldAndNewForms() {
    assertThat(DicomTime.secondsOfDay("101112.25").orElseThrow()).isEqualTo(36672.25);
    assertThat(DicomTime.secondsOfDay("10:11:12").orElseThrow()).isEqualTo(36672);
    assertThat(DicomTime.secondsOfDay("10").orElseThrow()).isEqualTo(36000);
    assertThat(DicomTime.secondsOfDay("2560")).isEmpty();
    assertThat(DicomTime.format(36672.25)).isEqualTo("101112.250000");
    assertThat(DicomDate.parse("2026.01.02")).contains(LocalDate.of(2026, 1, 2));
    assertThat(DicomDate.parse("20260230")).isEmpty();
    DicomDateTime full = DicomDateTime.parse("20260102101112.5+0130").orElseThrow();
    assertThat(full.secondsOfDay()).isEqualTo(36672.5);
    assertThat(full.offset()).contains(ZoneOffset.ofHoursMinutes(1, 30));
  }

  @Test
  void uidsAreValidAndThoseOfNamesAlwaysTheSame() {
    assertThat(Uid.fromName("a")).isEqualTo(Uid.fromName("a")).isNotEqualTo(Uid.fromName("b"));
    assertThat(Uid.isValid(Uid.fromName("a"))).isTrue();
    assertThat(Uid.isValid(Uid.random())).isTrue();
    assertThat(Uid.isValid("1.02.3")).isFalse();
  }

  @Test
  void elementsAreInTheOrderOfUnsignedTags() {
    Dataset dataset = new Dataset().setInteger(Tag.ROWS, 5).setString(Tag.PATIENT_ID, "x");
    dataset.setBytes(Tag.DATA_SET_TRAILING_PADDING, Vr.OB, new byte[2]);
    assertThat(dataset)
        .extracting(Element::tag)
        .containsExactly(Tag.PATIENT_ID, Tag.ROWS, Tag.DATA_SET_TRAILING_PADDING);
    assertThat(dataset.remove(Tag.ROWS).contains(Tag.ROWS)).isFalse();
  }

  @Test
  void whatIsMissingOrWrongIsSaidWithoutTheValue() {
    Dataset dataset = new Dataset().setString(Tag.SLICE_THICKNESS, "Miller");
    assertThatThrownBy(() -> dataset.requireInteger(Tag.ROWS))
        .isInstanceOf(DicomException.class)
        .hasMessage("(0028,0010) Rows: the element is missing");
    assertThatThrownBy(() -> dataset.decimal(Tag.SLICE_THICKNESS))
        .isInstanceOf(DicomException.class)
        .hasMessage("(0018,0050) SliceThickness: expected a decimal number")
        .hasMessageNotContaining("Miller");
  }

  @Test
  void privateElementsBelongToTheirCreator() throws DicomException {
    Dataset dataset = new Dataset().setString(Tag.of(0x19, 0x10), "SOMEBODY ELSE");
    PrivateBlock block = PrivateBlock.reserve(dataset, 0x19, "GEMS_ACQU_01");
    assertThat(block.block()).isEqualTo(0x11);
    dataset.setString(block.tag(0x24), Vr.DS, List.of("12.5"));
    assertThat(dataset.privateElement(0x19, "GEMS_ACQU_01", 0x24)).isPresent();
    assertThat(dataset.privateElement(0x19, "SOMEBODY ELSE", 0x24)).isEmpty();
    assertThat(dataset.decimal(block.tag(0x24))).hasValue(12.5);
  }

  @Test
  void textThatTheCharacterSetCannotSayTurnsTheDatasetToUtf8() {
    Dataset dataset =
        new Dataset()
            .setString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 100")
            .setString(Tag.PATIENT_NAME, "Müller^Änne")
            .setString(Tag.SERIES_DESCRIPTION, "肺 50%");
    assertThat(dataset.string(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 192");
    assertThat(dataset.string(Tag.PATIENT_NAME)).contains("Müller^Änne");
    assertThat(dataset.string(Tag.SERIES_DESCRIPTION)).contains("肺 50%");
  }

  @Test
  void anItemKeepsItsCharacterSetUnderAnotherOne() {
    Dataset latin2 =
        new Dataset(null, CharacterSet.of(List.of("ISO_IR 101")))
            .setString(Tag.CODE_MEANING, "płuco");
    Dataset outer = new Dataset().setItems(Tag.ANATOMIC_REGION_SEQUENCE, List.of(latin2));
    Dataset item = outer.items(Tag.ANATOMIC_REGION_SEQUENCE).getFirst();
    assertThat(item.string(Tag.SPECIFIC_CHARACTER_SET)).contains("ISO_IR 101");
    assertThat(item.string(Tag.CODE_MEANING)).contains("płuco");
  }

  @Test
  void codeExtensionsOfTheStandardsExamples() {
    CharacterSet japanese = CharacterSet.of(List.of("", "ISO 2022 IR 87"));
    String name = "Yamada^Tarou=\u001b$B;3ED\u001b(B^\u001b$BB@O:\u001b(B";
    assertThat(japanese.decode(name.getBytes(StandardCharsets.US_ASCII)))
        .isEqualTo("Yamada^Tarou=山田^太郎");
  }
}
