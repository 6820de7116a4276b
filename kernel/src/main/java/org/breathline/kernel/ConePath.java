package org.breathline.kernel;

/**
 * One direction in which cones go through a {@link ConeMedium}: plane by plane along y or z (never
 * x, so that vectors lie along it), with whole voxels of shear in the plane, and the exponentials
 * of its cone. Immutable.
 */
public final class ConePath {

  private final boolean alongZ;
  private final boolean backward;
  private final int[] shiftX;
  private final int[] shiftAcross;
  private final float lengthCm;
  private final ConeExponentials exponentials;

  /**
   * A path.
   *
   * @param alongZ whether planes are those of z; else those of y
   * @param backward whether planes are passed from the last to the first
   * @param slopeX voxels along x per plane passed
   * @param slopeAcross voxels along the plane's other axis per plane passed
   * @param planes planes of the medium
   * @param lengthCm way from a plane to the next
   */
  public ConePath(
      boolean alongZ,
      boolean backward,
      double slopeX,
      double slopeAcross,
      int planes,
      double lengthCm,
      ConeExponentials exponentials) {
    this.alongZ = alongZ;
    this.backward = backward;
    this.lengthCm = (float) lengthCm;
    this.exponentials = exponentials;
    shiftX = new int[planes];
    shiftAcross = new int[planes];
    for (int step = 0; step < planes; step++) {
      shiftX[step] = (int) Math.floor(slopeX * step + 0.5);
      shiftAcross[step] = (int) Math.floor(slopeAcross * step + 0.5);
    }
  }

  /** Way from a plane to the next, cm. */
  public float lengthCm() {
    return lengthCm;
  }

  /** The cone's exponentials. */
  public ConeExponentials exponentials() {
    return exponentials;
  }

  /** The number of planes. */
  int planes() {
    return shiftX.length;
  }

  /** The shear along x when so many planes have been passed. */
  int shiftX(int step) {
    return shiftX[step];
  }

  /** The shear along the plane's other axis when so many planes have been passed. */
  int shiftAcross(int step) {
    return shiftAcross[step];
  }

  /** The row of the medium at a step and a place along the plane's other axis. */
  int row(ConeMedium medium, int step, int across) {
    int plane = backward ? shiftX.length - 1 - step : step;
    return alongZ ? plane * medium.ny() + across : across * medium.ny() + plane;
  }

  /** The extent of a medium along the plane's other axis. */
  int across(ConeMedium medium) {
    return alongZ ? medium.ny() : medium.nz();
  }

  /**
   * The first sheet: sheets are planes of lines of the path, numbered by where they meet the first
   * plane (which may be outside of the medium). No two share a voxel.
   */
  public int firstSheet() {
    return Math.min(0, -shiftAcross[planes() - 1]);
  }

  /** One beyond the last sheet. */
  public int endSheet(ConeMedium medium) {
    return across(medium) + Math.max(0, -shiftAcross[planes() - 1]);
  }

  /** The place along x of a sheet's first line where it meets the first plane. */
  int firstX() {
    return Math.min(0, -shiftX[planes() - 1]);
  }

  /** Lines of a sheet, with room for a vector after the last. */
  public int lines(ConeMedium medium) {
    return medium.nx() + Math.abs(shiftX[planes() - 1]) + ConeMedium.PADDING;
  }

  /** How long the array must be in which a sweep keeps what is carried. */
  public int carriedLength(ConeMedium medium) {
    return Math.multiplyExact(ConeExponentials.COUNT, lines(medium));
  }
}
