package org.breathline.kernel;

/**
 * Which lines of a sheet carry anything: they grow by the lines on which a row releases energy, and
 * shrink by those that have left the medium. Walks the rows of a sheet, plane by plane, and in each
 * row from the first to the last matter: lines beyond those carry on unchanged.
 */
public final class ConeLines {

  private final ConeMedium medium;
  private final ConePath path;
  private final int sheet;
  private int step = -1;
  private int from = Integer.MAX_VALUE;
  private int to = Integer.MIN_VALUE;
  private int first;
  private int end;
  private int row;
  private int shift;

  /** The lines of a sheet, before its first plane. */
  public ConeLines(ConeMedium medium, ConePath path, int sheet) {
    this.medium = medium;
    this.path = path;
    this.sheet = sheet;
  }

  /** Goes on to the next row of the medium with lines that carry or begin to carry something. */
  public boolean next() {
    int extent = path.across(medium);
    for (step++; step < path.planes(); step++) {
      int across = sheet + path.shiftAcross(step);
      if (across < 0 || across >= extent) {
        continue;
      }
      row = path.row(medium, step, across);
      shift = path.shiftX(step);
      int released = medium.releasedFrom(row);
      if (released < medium.releasedTo(row)) {
        from = Math.min(from, released - shift);
        to = Math.max(to, medium.releasedTo(row) - shift);
      }
      from = Math.max(from, -shift);
      to = Math.min(to, medium.nx() - shift);
      if (from >= to) {
        from = Integer.MAX_VALUE;
        to = Integer.MIN_VALUE;
        continue;
      }
      first = Math.max(from, medium.matterFrom(row) - shift);
      end = Math.min(to, medium.matterTo(row) - shift);
      if (first < end) {
        return true;
      }
    }
    return false;
  }

  /** The number of lines that carry through matter. */
  public int count() {
    return end - first;
  }

  /** Where the first of them is in what is carried. */
  public int line() {
    return first - path.firstX();
  }

  /** Where the first of them is in the medium's arrays. */
  public int offset() {
    return row * medium.stride() + first + shift;
  }
}
