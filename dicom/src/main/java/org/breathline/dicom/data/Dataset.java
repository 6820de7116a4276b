package org.breathline.dicom.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * Data elements in the order of their tags. What is absent or has no value is an empty {@link
 * Optional}, list or array; what is there and cannot be understood is a {@link DicomException}.
 * Text is kept in the set that (0008,0005) names; text which that set cannot say turns the data set
 * to UTF-8. Not for several threads at once while it is changed.
 */
public final class Dataset implements Iterable<Element> {

  private final @Nullable Path source;
  private final CharacterSet inherited;
  private CharacterSet characterSet;
  private int[] tags = new int[16];
  private Element[] elements = new Element[16];
  private int size;

  /** An empty data set. */
  public Dataset() {
    this(null, CharacterSet.DEFAULT);
  }

  /**
   * An empty data set that is to be filled from a file.
   *
   * @param source the file, for messages
   * @param inherited the character set that holds as long as the data set names none of its own
   */
  public Dataset(@Nullable Path source, CharacterSet inherited) {
    this.source = source;
    this.inherited = inherited;
    this.characterSet = inherited;
  }

  /** The number of elements. */
  public int size() {
    return size;
  }

  /** The file it was read from. */
  public Optional<Path> source() {
    return Optional.ofNullable(source);
  }

  /** The set that its text is in. */
  public CharacterSet characterSet() {
    return characterSet;
  }

  /** The elements in the order of their tags. */
  @Override
  public Iterator<Element> iterator() {
    return Arrays.asList(elements).subList(0, size).iterator();
  }

  /** The element of a tag. */
  public Optional<Element> find(int tag) {
    int index = index(tag);
    return index < 0 ? Optional.empty() : Optional.of(elements[index]);
  }

  /** Whether the element is there, with or without a value. */
  public boolean contains(int tag) {
    return index(tag) >= 0;
  }

  private int index(int tag) {
    // Tags are unsigned: flipping the sign bit gives their order.
    return Arrays.binarySearch(tags, 0, size, tag ^ Integer.MIN_VALUE);
  }

  private Optional<ValueElement> value(int tag) {
    int index = index(tag);
    return index >= 0 && elements[index] instanceof ValueElement value
        ? Optional.of(value)
        : Optional.empty();
  }

  /** The first value as text, without padding. */
  public Optional<String> string(int tag) {
    List<String> values = strings(tag);
    return values.isEmpty() || values.getFirst().isEmpty()
        ? Optional.empty()
        : Optional.of(values.getFirst());
  }

  /** All values as text, without padding. */
  public List<String> strings(int tag) {
    return value(tag).map(ValueElement::strings).orElse(List.of());
  }

  /** The first value as a whole number. */
  public OptionalInt integer(int tag) throws DicomException {
    int[] values = integers(tag);
    return values.length == 0 ? OptionalInt.empty() : OptionalInt.of(values[0]);
  }

  /** All values as whole numbers. */
  public int[] integers(int tag) throws DicomException {
    Optional<ValueElement> value = value(tag);
    try {
      return value.isEmpty() ? new int[0] : value.get().integers();
    } catch (NumberFormatException e) {
      throw problem(tag, message(e));
    }
  }

  /** The first value as a real number. */
  public OptionalDouble decimal(int tag) throws DicomException {
    double[] values = decimals(tag);
    return values.length == 0 ? OptionalDouble.empty() : OptionalDouble.of(values[0]);
  }

  /** All values as real numbers. */
  public double[] decimals(int tag) throws DicomException {
    Optional<ValueElement> value = value(tag);
    try {
      return value.isEmpty() ? new double[0] : value.get().decimals();
    } catch (NumberFormatException e) {
      throw problem(tag, message(e));
    }
  }

  /** The items of a sequence. */
  public List<Dataset> items(int tag) {
    return find(tag).orElse(null) instanceof SequenceElement sequence
        ? sequence.items()
        : List.of();
  }

  /** A value as bytes, little endian, wherever they are. */
  public Optional<BulkData> bulk(int tag) {
    return switch (find(tag).orElse(null)) {
      case BulkElement bulk -> Optional.of(bulk.data());
      case ValueElement value -> Optional.of(new BulkData.InMemory(value.bytes()));
      case null, default -> Optional.empty();
    };
  }

  /** The element of a creator's private block, if both are there. */
  public Optional<Element> privateElement(int group, String creator, int element) {
    return PrivateBlock.find(this, group, creator).flatMap(block -> find(block.tag(element)));
  }

  /** The first value as text; it has to be there. */
  public String requireString(int tag) throws DicomException {
    Optional<String> value = string(tag);
    return value.orElseThrow(() -> missing(tag));
  }

  /** The first value as a whole number; it has to be there. */
  public int requireInteger(int tag) throws DicomException {
    return integer(tag).orElseThrow(() -> missing(tag));
  }

  /** The first value as a real number; it has to be there. */
  public double requireDecimal(int tag) throws DicomException {
    return decimal(tag).orElseThrow(() -> missing(tag));
  }

  /** The values as real numbers, exactly as many as expected. */
  public double[] requireDecimals(int tag, int count) throws DicomException {
    double[] values = decimals(tag);
    if (values.length != count) {
      throw problem(tag, "expected " + count + " numbers, found " + values.length);
    }
    return values;
  }

  /** The only or first item of a sequence; it has to be there. */
  public Dataset requireItem(int tag) throws DicomException {
    List<Dataset> items = items(tag);
    if (items.isEmpty()) {
      throw missing(tag);
    }
    return items.getFirst();
  }

  /** A problem with an element of this data set, as an exception to throw. */
  public DicomException problem(int tag, String words) {
    return new DicomException(source, -1, tag, words);
  }

  private DicomException missing(int tag) {
    return problem(tag, contains(tag) ? "the value is empty" : "the element is missing");
  }

  private static String message(NumberFormatException e) {
    return String.valueOf(e.getMessage());
  }

  /** Sets text; the representation is the dictionary's. No values: an empty element. */
  public Dataset setString(int tag, String... values) {
    return setString(tag, Dictionary.vr(tag), List.of(values));
  }

  /** Sets text of a given representation. */
  public Dataset setString(int tag, Vr vr, List<String> values) {
    String text = String.join("\\", values);
    Optional<byte[]> encoded = vr.usesCharacterSet() ? characterSet.encode(text) : ascii(tag, text);
    if (encoded.isEmpty()) {
      useUtf8();
      encoded = CharacterSet.UTF_8.encode(text);
    }
    byte[] bytes =
        encoded.orElseThrow(() -> new IllegalArgumentException("the text is no valid Unicode"));
    return put(new ValueElement(tag, vr, bytes, characterSet));
  }

  private static Optional<byte[]> ascii(int tag, String text) {
    Optional<byte[]> bytes = CharacterSet.DEFAULT.encode(text);
    if (bytes.isEmpty()) {
      throw new IllegalArgumentException(Tag.describe(tag) + ": only ASCII can stand here");
    }
    return bytes;
  }

  /** Sets whole numbers, as text or binary as the dictionary has it. */
  public Dataset setInteger(int tag, int... values) {
    return put(NumberEncoder.encode(tag, Dictionary.vr(tag), values));
  }

  /** Sets real numbers, as text or binary as the dictionary has it. */
  public Dataset setDecimal(int tag, double... values) {
    return put(NumberEncoder.encode(tag, Dictionary.vr(tag), values));
  }

  /** Sets bytes, little endian; not copied. */
  public Dataset setBytes(int tag, Vr vr, byte[] value) {
    return put(new ValueElement(tag, vr, value, characterSet));
  }

  /** Sets a sequence. */
  public Dataset setItems(int tag, List<Dataset> items) {
    return put(new SequenceElement(tag, items));
  }

  /** Adds an element, in place of the one with its tag if there is one. */
  public Dataset put(Element element) {
    Element fitting = element instanceof ValueElement value ? inThisCharacterSet(value) : element;
    if (element instanceof SequenceElement sequence) {
      sequence.items().forEach(item -> item.keepCharacterSetUnder(characterSet));
    }
    int index = index(fitting.tag());
    if (index < 0) {
      index = -index - 1;
      insert(index, fitting.tag());
    }
    elements[index] = fitting;
    if (fitting.tag() == Tag.SPECIFIC_CHARACTER_SET && fitting instanceof ValueElement value) {
      characterSet = CharacterSet.of(value.strings());
    }
    return this;
  }

  private void insert(int index, int tag) {
    if (size == tags.length) {
      tags = Arrays.copyOf(tags, 2 * size);
      elements = Arrays.copyOf(elements, 2 * size);
    }
    System.arraycopy(tags, index, tags, index + 1, size - index);
    System.arraycopy(elements, index, elements, index + 1, size - index);
    tags[index] = tag ^ Integer.MIN_VALUE;
    size++;
  }

  private ValueElement inThisCharacterSet(ValueElement value) {
    if (!value.vr().usesCharacterSet()
        || value.characterSet().equals(characterSet)
        || value.isAscii()) {
      return value;
    }
    String text = value.characterSet().decode(value.bytes());
    Optional<byte[]> encoded = characterSet.encode(text);
    if (encoded.isEmpty()) {
      useUtf8();
      encoded = CharacterSet.UTF_8.encode(text);
    }
    return new ValueElement(value.tag(), value.vr(), encoded.orElseGet(value::bytes), characterSet);
  }

  /** Removes an element, if it is there. */
  public Dataset remove(int tag) {
    int index = index(tag);
    if (index >= 0) {
      size--;
      System.arraycopy(tags, index + 1, tags, index, size - index);
      System.arraycopy(elements, index + 1, elements, index, size - index);
      if (tag == Tag.SPECIFIC_CHARACTER_SET) {
        characterSet = inherited;
      }
    }
    return this;
  }

  /** An item names its set itself where the outer data set's is another one and it matters. */
  private void keepCharacterSetUnder(CharacterSet outer) {
    if (characterSet.equals(outer) || contains(Tag.SPECIFIC_CHARACTER_SET)) {
      return;
    }
    boolean matters = false;
    for (Element element : this) {
      switch (element) {
        case ValueElement value -> matters |= value.vr().usesCharacterSet() && !value.isAscii();
        case SequenceElement nested ->
            nested.items().forEach(item -> item.keepCharacterSetUnder(outer));
        case BulkElement bulk -> {}
        case EncapsulatedElement encapsulated -> {}
      }
    }
    if (matters) {
      List<String> terms = characterSet.terms();
      setString(
          Tag.SPECIFIC_CHARACTER_SET,
          terms.isEmpty() ? new String[] {"ISO_IR 100"} : terms.toArray(String[]::new));
    }
  }

  /** Says UTF-8 in (0008,0005) and encodes all text anew; items keep their set. */
  private void useUtf8() {
    characterSet = CharacterSet.UTF_8;
    for (int i = 0; i < size; i++) {
      switch (elements[i]) {
        case ValueElement value -> elements[i] = inThisCharacterSet(value);
        case SequenceElement nested ->
            nested.items().forEach(item -> item.keepCharacterSetUnder(characterSet));
        case BulkElement bulk -> {}
        case EncapsulatedElement encapsulated -> {}
      }
    }
    setString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192");
  }

  /** A copy whose elements can be changed without changing this one's; items are copied too. */
  public Dataset copy() {
    Dataset copy = new Dataset(source, inherited);
    for (Element element : this) {
      copy.put(
          element instanceof SequenceElement(int tag, List<Dataset> items)
              ? new SequenceElement(tag, items.stream().map(Dataset::copy).toList())
              : element);
    }
    return copy;
  }

  /** The number of elements; never a value, which might be a patient's. */
  @Override
  public String toString() {
    return "data set of " + size + " elements";
  }
}
