package org.breathline.core.structure;

/** A colour to draw a structure in; components from 0 to 255. */
public record DisplayColour(int red, int green, int blue) {

  /** Checks the components. */
  public DisplayColour {
    if ((red | green | blue) < 0 || red > 255 || green > 255 || blue > 255) {
      throw new IllegalArgumentException(
          "colour components are 0 to 255, not %d, %d, %d".formatted(red, green, blue));
    }
  }

  /** The colour that the field expects of a type of structure. */
  public static DisplayColour of(StructureType type) {
    return switch (type) {
      case GTV -> new DisplayColour(255, 0, 0);
      case IGTV -> new DisplayColour(255, 128, 0);
      case CTV -> new DisplayColour(255, 0, 255);
      case ITV -> new DisplayColour(255, 220, 0);
      case PTV -> new DisplayColour(0, 0, 255);
      case EXTERNAL -> new DisplayColour(0, 200, 0);
      case ORGAN -> new DisplayColour(0, 160, 160);
      case AVOIDANCE -> new DisplayColour(160, 82, 45);
      case MARKER, SUPPORT, BOLUS, OTHER -> new DisplayColour(128, 128, 128);
    };
  }
}
