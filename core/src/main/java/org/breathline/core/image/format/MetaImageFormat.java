package org.breathline.core.image.format;

import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.format.VolumeHeader.Components;
import org.breathline.core.image.format.VolumeHeader.Compression;

/**
 * MetaImage, as ITK and plastimatch read and write it: lines {@code Key = Value}, the last of them
 * {@code ElementDataFile}. Coordinates and vectors are LPS; row n of {@code TransformMatrix} is the
 * direction of axis n.
 *
 * @see <a href="https://itk.org/Wiki/ITK/MetaIO/Documentation">MetaIO documentation</a>
 */
final class MetaImageFormat implements VolumeFormat {

  private static final Map<SampleType, String> TYPES =
      new EnumMap<>(
          Map.of(
              SampleType.INT8, "MET_CHAR",
              SampleType.UINT8, "MET_UCHAR",
              SampleType.INT16, "MET_SHORT",
              SampleType.UINT16, "MET_USHORT",
              SampleType.INT32, "MET_INT",
              SampleType.UINT32, "MET_UINT",
              SampleType.FLOAT32, "MET_FLOAT",
              SampleType.FLOAT64, "MET_DOUBLE"));

  private static final String DATA_FILE = "ElementDataFile";

  private static final String CHANNELS = "ElementNumberOfChannels";

  @Override
  public String name() {
    return "MetaImage";
  }

  @Override
  public String wholeEnding() {
    return ".mha";
  }

  @Override
  public String headerEnding() {
    return ".mhd";
  }

  @Override
  public boolean recognises(HeaderText text) {
    return text.startsWith("ObjectType") || text.startsWith("NDims");
  }

  @Override
  public VolumeHeader read(Path file, HeaderText text) throws VolumeFileException {
    HeaderFields fields = fields(text);
    HeaderField dimensions = fields.require("NDims");
    if (dimensions.wholeNumber() != 3) {
      throw dimensions.expected("expected 3 dimensions");
    }
    AxisGeometry geometry = geometry(fields);
    HeaderField dataFile = fields.require(DATA_FILE);
    boolean local = dataFile.value().equals("LOCAL");
    if (dataFile.value().startsWith("LIST")) {
      throw dataFile.expected("expected one file; a list of files is not supported");
    }
    long skip = skip(fields, local ? text.offset() : 0);
    return new VolumeHeader(
        geometry.grid(),
        components(fields),
        geometry.slicesReversed(),
        type(fields.require("ElementType")),
        flag(fields, "BinaryDataByteOrderMSB", "ElementByteOrderMSB")
            ? ByteOrder.BIG_ENDIAN
            : ByteOrder.LITTLE_ENDIAN,
        flag(fields, "CompressedData") ? Compression.ZLIB : Compression.NONE,
        local ? file : VolumeFormat.beside(file, dataFile),
        skip);
  }

  private static HeaderFields fields(HeaderText text) throws VolumeFileException {
    HeaderFields fields = new HeaderFields(text.file());
    while (fields.find(DATA_FILE).isEmpty()) {
      String line = text.nextLine().orElse(DATA_FILE);
      if (line.isBlank()) {
        continue;
      }
      int equals = line.indexOf('=');
      if (equals < 0) {
        throw new VolumeFileException(
            text.file(), "expected lines of Key = Value up to " + DATA_FILE);
      }
      fields.put(line.substring(0, equals).strip(), line.substring(equals + 1).strip());
    }
    if (fields.find("BinaryData").isPresent() && !fields.require("BinaryData").flag()) {
      throw fields.require("BinaryData").expected("expected True; samples as text are not read");
    }
    return fields;
  }

  private static Components components(HeaderFields fields) throws VolumeFileException {
    Optional<HeaderField> channels = fields.find(CHANNELS);
    if (channels.isEmpty()) {
      return Components.SCALAR;
    }
    return switch (channels.get().wholeNumber()) {
      case 1 -> Components.SCALAR;
      case 3 -> Components.VECTOR;
      default -> throw channels.get().expected("expected 1 channel, or 3 of a vector field");
    };
  }

  private static AxisGeometry geometry(HeaderFields fields) throws VolumeFileException {
    HeaderField sizes = fields.require("DimSize");
    HeaderField spacings = fields.require("ElementSpacing", "ElementSize");
    Optional<HeaderField> offset = fields.find("Offset", "Position", "Origin");
    Optional<HeaderField> matrix = fields.find("TransformMatrix", "Rotation", "Orientation");
    double[] origin = offset.isPresent() ? offset.get().numbers(3) : new double[3];
    List<Vector3> axes =
        List.of(Orientation.AXIAL.row(), Orientation.AXIAL.column(), Orientation.AXIAL.normal());
    if (matrix.isPresent()) {
      double[] m = matrix.get().numbers(9);
      axes = new ArrayList<>();
      for (int axis = 0; axis < 9; axis += 3) {
        axes.add(new Vector3(m[axis], m[axis + 1], m[axis + 2]));
      }
    }
    return AxisGeometry.of(
        sizes.sizes(3),
        spacings.numbers(3),
        axes,
        new Vector3(origin[0], origin[1], origin[2]),
        matrix.orElse(sizes));
  }

  private static SampleType type(HeaderField field) throws VolumeFileException {
    for (Map.Entry<SampleType, String> type : TYPES.entrySet()) {
      if (type.getValue().equals(field.value())) {
        return type.getKey();
      }
    }
    throw field.expected("expected one of " + String.join(", ", TYPES.values()));
  }

  private static boolean flag(HeaderFields fields, String... keys) throws VolumeFileException {
    Optional<HeaderField> field = fields.find(keys);
    return field.isPresent() && field.get().flag();
  }

  private static long skip(HeaderFields fields, long otherwise) throws VolumeFileException {
    Optional<HeaderField> field = fields.find("HeaderSize");
    if (field.isEmpty()) {
      return otherwise;
    }
    int skip = field.get().wholeNumber();
    if (skip < -1) {
      throw field.get().expected("expected -1 or more");
    }
    if (skip == -1) {
      return VolumeHeader.AT_END;
    }
    return skip == 0 ? otherwise : skip;
  }

  @Override
  public String header(
      Grid grid, Components components, SampleType type, String comment, String dataFile) {
    Orientation axes = grid.orientation();
    return String.join(
        "\n",
        "ObjectType = Image",
        (comment.isEmpty() ? "" : "Comment = " + comment + "\n") + "NDims = 3",
        "BinaryData = True",
        "BinaryDataByteOrderMSB = False",
        "CompressedData = False",
        "TransformMatrix = "
            + numbers(axes.row())
            + " "
            + numbers(axes.column())
            + " "
            + numbers(axes.normal()),
        "Offset = " + numbers(grid.origin()),
        "CenterOfRotation = 0 0 0",
        "AnatomicalOrientation = RAI",
        "ElementSpacing = " + numbers(grid.spacing()),
        "DimSize = " + grid.nx() + " " + grid.ny() + " " + grid.nz(),
        CHANNELS + " = " + components.count(),
        "ElementType = " + TYPES.get(type),
        DATA_FILE + " = " + (dataFile.isEmpty() ? "LOCAL" : dataFile),
        "");
  }

  private static String numbers(Vector3 vector) {
    return vector.x() + " " + vector.y() + " " + vector.z();
  }
}
