package org.breathline.core.sorting.border;

import java.util.Arrays;

/**
 * The pixels of small axial images in which breathing is looked at: the inside of the body without
 * its wall, and of that the lungs where they are large enough. The wall is left out because its
 * motion in the plane says nothing about what slides along it; the couch because it does not move.
 */
final class BodyRegion {

  private static final int AIR_BELOW_HU = -400;

  /** The thickness of the wall that is left out. */
  private static final double WALL_MM = 15;

  /** From this area on the lungs alone are looked at. */
  private static final double LUNG_MM2 = 1500;

  private BodyRegion() {}

  /**
   * The region.
   *
   * @param images small images of one place, all with columns x rows pixels
   * @param pixelMm the side of a pixel
   * @return the indices of its pixels, increasing; empty where there is no body
   */
  static int[] of(short[][] images, int columns, int rows, double pixelMm) {
    int size = columns * rows;
    double[] mean = new double[size];
    int[] lowest = new int[size];
    Arrays.fill(lowest, Short.MAX_VALUE);
    for (short[] image : images) {
      for (int i = 0; i < size; i++) {
        mean[i] += (double) image[i] / images.length;
        lowest[i] = Math.min(lowest[i], image[i]);
      }
    }
    boolean[] air = new boolean[size];
    for (int i = 0; i < size; i++) {
      air[i] = mean[i] < AIR_BELOW_HU;
    }
    boolean[] solid = largest(not(touchingEdge(air, columns, rows)), columns, rows);
    boolean[] inside = erode(solid, columns, rows, (int) Math.round(WALL_MM / pixelMm));
    boolean[] lung = inside.clone();
    int lungPixels = 0;
    for (int i = 0; i < size; i++) {
      lung[i] &= lowest[i] < AIR_BELOW_HU;
      lungPixels += lung[i] ? 1 : 0;
    }
    return indices(lungPixels * pixelMm * pixelMm > LUNG_MM2 ? lung : inside);
  }

  private static boolean[] not(boolean[] mask) {
    boolean[] result = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      result[i] = !mask[i];
    }
    return result;
  }

  /** The pixels that are connected within the mask to the edge of the image. */
  private static boolean[] touchingEdge(boolean[] mask, int columns, int rows) {
    boolean[] found = new boolean[mask.length];
    for (int i = 0; i < mask.length; i++) {
      int column = i % columns;
      int row = i / columns;
      boolean edge = column == 0 || row == 0 || column == columns - 1 || row == rows - 1;
      if (edge && mask[i] && !found[i]) {
        fill(mask, columns, i, found);
      }
    }
    return found;
  }

  /** The largest connected part of the mask. */
  private static boolean[] largest(boolean[] mask, int columns, int rows) {
    boolean[] seen = new boolean[columns * rows];
    boolean[] best = new boolean[columns * rows];
    int bestSize = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i] && !seen[i]) {
        boolean[] part = new boolean[mask.length];
        int partSize = fill(mask, columns, i, part);
        for (int j = 0; j < part.length; j++) {
          seen[j] |= part[j];
        }
        if (partSize > bestSize) {
          bestSize = partSize;
          best = part;
        }
      }
    }
    return best;
  }

  /** Marks what is connected to a pixel within the mask; returns how many pixels that is. */
  private static int fill(boolean[] mask, int columns, int start, boolean[] found) {
    int[] stack = new int[mask.length];
    int size = 0;
    int count = 1;
    stack[size++] = start;
    found[start] = true;
    while (size > 0) {
      int at = stack[--size];
      int column = at % columns;
      int[] neighbours = {
        column > 0 ? at - 1 : -1, column < columns - 1 ? at + 1 : -1, at - columns, at + columns
      };
      for (int next : neighbours) {
        if (next >= 0 && next < mask.length && mask[next] && !found[next]) {
          found[next] = true;
          stack[size++] = next;
          count++;
        }
      }
    }
    return count;
  }

  /** The pixels whose disc of the given radius lies in the mask. */
  private static boolean[] erode(boolean[] mask, int columns, int rows, int radius) {
    boolean[] result = mask.clone();
    for (int dy = -radius; dy <= radius; dy++) {
      for (int dx = -radius; dx <= radius; dx++) {
        if (dx * dx + dy * dy <= radius * radius) {
          clearWhereShiftedIsOutside(mask, columns, rows, dx, dy, result);
        }
      }
    }
    return result;
  }

  private static void clearWhereShiftedIsOutside(
      boolean[] mask, int columns, int rows, int dx, int dy, boolean[] result) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        int x = column + dx;
        int y = row + dy;
        boolean inside = x >= 0 && x < columns && y >= 0 && y < rows && mask[y * columns + x];
        result[row * columns + column] &= inside;
      }
    }
  }

  private static int[] indices(boolean[] mask) {
    int[] indices = new int[mask.length];
    int count = 0;
    for (int i = 0; i < mask.length; i++) {
      if (mask[i]) {
        indices[count++] = i;
      }
    }
    return Arrays.copyOf(indices, count);
  }
}
