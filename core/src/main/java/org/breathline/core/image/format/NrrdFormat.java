package org.breathline.core.image.format;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.format.VolumeHeader.Components;
import org.breathline.core.image.format.VolumeHeader.Compression;

/**
 * NRRD, as 3D Slicer, teem and ITK read and write it: a line with the version, lines {@code field:
 * value}, and an empty line before the samples. Spaces LPS, RAS and LAS are converted to LPS; raw
 * and gzip encodings are read. Vectors are the first of four axes, and their space is LPS: of other
 * spaces, programs do not agree whether the vectors are turned with the axes.
 *
 * @see <a href="https://teem.sourceforge.net/nrrd/format.html">Definition of NRRD file format</a>
 */
final class NrrdFormat implements VolumeFormat {

  private static final String MAGIC = "NRRD000";

  /** The first name of each type is the one written. */
  private static final Map<SampleType, List<String>> TYPES =
      Map.of(
          SampleType.INT8, List.of("signed char", "int8", "int8_t"),
          SampleType.UINT8, List.of("uchar", "unsigned char", "uint8", "uint8_t"),
          SampleType.INT16,
              List.of("short", "short int", "signed short", "signed short int", "int16", "int16_t"),
          SampleType.UINT16,
              List.of("ushort", "unsigned short", "unsigned short int", "uint16", "uint16_t"),
          SampleType.INT32, List.of("int", "signed int", "int32", "int32_t"),
          SampleType.UINT32, List.of("uint", "unsigned int", "uint32", "uint32_t"),
          SampleType.FLOAT32, List.of("float"),
          SampleType.FLOAT64, List.of("double"));

  private static final Vector3 LPS = new Vector3(1, 1, 1);

  /** What an axis that is none of space has for a direction. */
  private static final String NO_DIRECTION = "none";

  /** The kinds of an axis that holds a vector. */
  private static final List<String> VECTORS = List.of("vector", "3-vector");

  /** The signs that turn a space's coordinates into LPS. */
  private static final Map<String, Vector3> SPACES =
      Map.of(
          "left-posterior-superior", LPS,
          "lps", LPS,
          "right-anterior-superior", new Vector3(-1, -1, 1),
          "ras", new Vector3(-1, -1, 1),
          "left-anterior-superior", new Vector3(1, -1, 1),
          "las", new Vector3(1, -1, 1));

  @Override
  public String name() {
    return "NRRD";
  }

  @Override
  public String wholeEnding() {
    return ".nrrd";
  }

  @Override
  public String headerEnding() {
    return ".nhdr";
  }

  @Override
  public boolean recognises(HeaderText text) {
    return text.startsWith(MAGIC);
  }

  @Override
  public VolumeHeader read(Path file, HeaderText text) throws VolumeFileException {
    HeaderFields fields = fields(text);
    Components components = components(fields);
    SampleType type = type(fields.require("type"));
    AxisGeometry geometry = geometry(fields, components);
    Optional<HeaderField> dataFile = fields.find("data file", "datafile");
    Optional<HeaderField> lineSkip = fields.find("line skip", "lineskip");
    if (lineSkip.isPresent() && lineSkip.get().wholeNumber() != 0) {
      throw lineSkip.get().expected("expected 0; lines before the samples are not skipped");
    }
    Compression compression = compression(fields.require("encoding"));
    long skip = skip(fields, compression);
    if (skip >= 0 && dataFile.isEmpty()) {
      skip += text.offset();
    }
    return new VolumeHeader(
        geometry.grid(),
        components,
        geometry.slicesReversed(),
        type,
        order(fields, type),
        compression,
        dataFile.isPresent() ? VolumeFormat.beside(file, dataFile.get()) : file,
        skip);
  }

  private static HeaderFields fields(HeaderText text) throws VolumeFileException {
    HeaderFields fields = new HeaderFields(text.file());
    text.nextLine(); // the version; all of them say the same in the same way
    for (String line = text.nextLine().orElse("");
        !line.isEmpty();
        line = text.nextLine().orElse("")) {
      int colon = line.indexOf(": ");
      if (line.startsWith("#") || (colon < 0 && line.contains(":="))) {
        continue; // a comment, or a pair of the writer's own
      }
      if (colon < 0) {
        throw new VolumeFileException(
            text.file(), "expected lines of \"field: value\" and an empty line after them");
      }
      fields.put(
          line.substring(0, colon).strip().toLowerCase(Locale.ROOT),
          line.substring(colon + 2).strip());
    }
    return fields;
  }

  private static Components components(HeaderFields fields) throws VolumeFileException {
    HeaderField dimension = fields.require("dimension");
    if (dimension.wholeNumber() == 3) {
      return Components.SCALAR;
    }
    if (dimension.wholeNumber() != 4) {
      throw dimension.expected("expected 3 dimensions, or 4 of a vector field");
    }
    HeaderField kinds = fields.require("kinds");
    if (kinds.words().size() != 4 || !VECTORS.contains(kinds.words().getFirst())) {
      throw kinds.expected("expected vector domain domain domain");
    }
    Optional<HeaderField> frame = fields.find("measurement frame");
    if (frame.isPresent() && !identity(frame.get())) {
      throw frame.get().expected("expected (1,0,0) (0,1,0) (0,0,1)");
    }
    return Components.VECTOR;
  }

  private static boolean identity(HeaderField field) throws VolumeFileException {
    return vectors(field, field.value(), 3, LPS)
        .equals(List.of(new Vector3(1, 0, 0), new Vector3(0, 1, 0), new Vector3(0, 0, 1)));
  }

  private static int[] sizes(HeaderField field, Components components) throws VolumeFileException {
    if (components == Components.SCALAR) {
      return field.sizes(3);
    }
    int[] sizes = field.sizes(4);
    if (sizes[0] != components.count()) {
      throw field.expected("expected vectors of 3 components");
    }
    return Arrays.copyOfRange(sizes, 1, 4);
  }

  private static AxisGeometry geometry(HeaderFields fields, Components components)
      throws VolumeFileException {
    HeaderField sizesField = fields.require("sizes");
    int[] sizes = sizes(sizesField, components);
    Optional<HeaderField> units = fields.find("space units");
    if (units.isPresent() && !units.get().value().replace("\"mm\"", "").isBlank()) {
      throw units.get().expected("expected \"mm\" for every axis");
    }
    Optional<HeaderField> found = fields.find("space directions");
    if (found.isEmpty() && components == Components.SCALAR) {
      HeaderField spacings = fields.require("space directions", "spacings");
      return AxisGeometry.of(
          sizes,
          spacings.numbers(3),
          List.of(Orientation.AXIAL.row(), Orientation.AXIAL.column(), Orientation.AXIAL.normal()),
          Vector3.ZERO,
          sizesField);
    }
    HeaderField space = fields.require("space");
    Vector3 signs = SPACES.get(space.value().toLowerCase(Locale.ROOT));
    if (signs == null) {
      throw space.expected(
          "expected left-posterior-superior, right-anterior-superior or left-anterior-superior");
    }
    if (components == Components.VECTOR && !signs.equals(LPS)) {
      throw space.expected("expected left-posterior-superior, in which vectors are certain");
    }
    HeaderField directions = fields.require("space directions");
    String text = directions.value();
    if (components == Components.VECTOR) {
      if (!text.startsWith(NO_DIRECTION)) {
        throw directions.expected("expected none for the vectors' axis, the first");
      }
      text = text.substring(NO_DIRECTION.length());
    }
    List<Vector3> axes = new ArrayList<>();
    double[] spacings = new double[3];
    List<Vector3> steps = vectors(directions, text, 3, signs);
    for (int axis = 0; axis < 3; axis++) {
      spacings[axis] = steps.get(axis).length();
      if (!(spacings[axis] > 0)) {
        throw directions.expected("expected directions longer than 0");
      }
      axes.add(
          new Vector3(
              steps.get(axis).x() / spacings[axis],
              steps.get(axis).y() / spacings[axis],
              steps.get(axis).z() / spacings[axis]));
    }
    Optional<HeaderField> origin = fields.find("space origin");
    return AxisGeometry.of(
        sizes,
        spacings,
        axes,
        origin.isPresent()
            ? vectors(origin.get(), origin.get().value(), 1, signs).getFirst()
            : Vector3.ZERO,
        directions);
  }

  /** Vectors such as {@code (1,0,0) (0,1,0)}, turned into LPS. */
  private static List<Vector3> vectors(HeaderField field, String value, int count, Vector3 signs)
      throws VolumeFileException {
    String inside = value.replaceAll("\\s", "");
    if (!inside.startsWith("(") || !inside.endsWith(")")) {
      throw field.expected("expected vectors in parentheses");
    }
    String[] texts = inside.substring(1, inside.length() - 1).split("\\)\\(", -1);
    if (texts.length != count) {
      throw field.expected("expected %d vectors, found %d".formatted(count, texts.length));
    }
    List<Vector3> vectors = new ArrayList<>();
    for (String text : texts) {
      String[] numbers = text.split(",", -1);
      if (numbers.length != 3) {
        throw field.expected("expected vectors of 3 numbers");
      }
      vectors.add(
          new Vector3(
              signs.x() * field.number(numbers[0]),
              signs.y() * field.number(numbers[1]),
              signs.z() * field.number(numbers[2])));
    }
    return vectors;
  }

  private static SampleType type(HeaderField field) throws VolumeFileException {
    for (SampleType type : SampleType.values()) {
      if (names(type).contains(field.value())) {
        return type;
      }
    }
    throw field.expected("expected a type of 8 to 32 bits, float or double");
  }

  private static List<String> names(SampleType type) {
    return TYPES.getOrDefault(type, List.of());
  }

  private static ByteOrder order(HeaderFields fields, SampleType type) throws VolumeFileException {
    if (type.bytes() == 1) {
      return ByteOrder.LITTLE_ENDIAN;
    }
    HeaderField endian = fields.require("endian");
    return switch (endian.value().toLowerCase(Locale.ROOT)) {
      case "little" -> ByteOrder.LITTLE_ENDIAN;
      case "big" -> ByteOrder.BIG_ENDIAN;
      default -> throw endian.expected("expected little or big");
    };
  }

  private static Compression compression(HeaderField field) throws VolumeFileException {
    return switch (field.value().toLowerCase(Locale.ROOT)) {
      case "raw" -> Compression.NONE;
      case "gzip", "gz" -> Compression.GZIP;
      default -> throw field.expected("expected raw or gzip");
    };
  }

  private static long skip(HeaderFields fields, Compression compression)
      throws VolumeFileException {
    Optional<HeaderField> field = fields.find("byte skip", "byteskip");
    if (field.isEmpty()) {
      return 0;
    }
    int skip = field.get().wholeNumber();
    if (skip < -1 || (skip != 0 && compression != Compression.NONE)) {
      throw field.get().expected("expected 0 or more, or -1, and 0 with gzip");
    }
    return skip == -1 ? VolumeHeader.AT_END : skip;
  }

  @Override
  public String header(
      Grid grid, Components components, SampleType type, String comment, String dataFile) {
    boolean vectors = components == Components.VECTOR;
    Orientation axes = grid.orientation();
    Vector3 spacing = grid.spacing();
    return String.join(
        "\n",
        MAGIC + "5" + (comment.isEmpty() ? "" : "\n# " + comment),
        "type: " + names(type).getFirst(),
        "dimension: " + (vectors ? 4 : 3),
        "space: left-posterior-superior",
        "sizes: " + (vectors ? "3 " : "") + grid.nx() + " " + grid.ny() + " " + grid.nz(),
        "space directions: "
            + (vectors ? NO_DIRECTION + " " : "")
            + vector(axes.row().times(spacing.x()))
            + " "
            + vector(axes.column().times(spacing.y()))
            + " "
            + vector(axes.normal().times(spacing.z())),
        "kinds: " + (vectors ? "vector " : "") + "domain domain domain",
        "endian: little",
        "encoding: raw",
        "space origin: " + vector(grid.origin()),
        dataFile.isEmpty() ? "\n" : "data file: " + dataFile + "\n");
  }

  private static String vector(Vector3 vector) {
    return "(" + vector.x() + "," + vector.y() + "," + vector.z() + ")";
  }
}
