package org.breathline.core.registration;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/** A set of voxels of a coarse grid that grows, shrinks and is taken apart. */
final class VoxelSet {

  final Grid grid;
  final boolean[] inside;

  VoxelSet(Grid grid) {
    this(grid, new boolean[grid.size()]);
  }

  private VoxelSet(Grid grid, boolean[] inside) {
    this.grid = grid;
    this.inside = inside;
  }

  /** This set and every voxel that shares a face with it, so many times over. */
  VoxelSet grown(int times) {
    return times == 0 ? this : step(true).grown(times - 1);
  }

  /**
   * What is left when every voxel at the surface is taken away; the grid's border is no surface.
   */
  VoxelSet shrunk(int times) {
    return times == 0 ? this : step(false).shrunk(times - 1);
  }

  private VoxelSet step(boolean wanted) {
    boolean[] next = inside.clone();
    int nx = grid.nx();
    int ny = grid.ny();
    int slice = grid.sliceSize();
    Planes.forEach(
        grid.nz(),
        k -> {
          for (int j = 0; j < ny; j++) {
            for (int i = 0; i < nx; i++) {
              int at = grid.offset(i, j, k);
              if (inside[at] != wanted
                  && ((i > 0 && inside[at - 1] == wanted)
                      || (i + 1 < nx && inside[at + 1] == wanted)
                      || (j > 0 && inside[at - nx] == wanted)
                      || (j + 1 < ny && inside[at + nx] == wanted)
                      || (k > 0 && inside[at - slice] == wanted)
                      || (k + 1 < grid.nz() && inside[at + slice] == wanted))) {
                next[at] = wanted;
              }
            }
          }
        });
    return new VoxelSet(grid, next);
  }

  /** The voxels that are not in this set. */
  VoxelSet complement() {
    VoxelSet rest = new VoxelSet(grid);
    for (int i = 0; i < inside.length; i++) {
      rest.inside[i] = !inside[i];
    }
    return rest;
  }

  /** The voxels that are in this set and not in another one. */
  VoxelSet without(VoxelSet other) {
    VoxelSet rest = new VoxelSet(grid);
    for (int i = 0; i < inside.length; i++) {
      rest.inside[i] = inside[i] && !other.inside[i];
    }
    return rest;
  }

  /** The voxels that are in this set or in another one. */
  VoxelSet with(VoxelSet other) {
    VoxelSet both = new VoxelSet(grid);
    for (int i = 0; i < inside.length; i++) {
      both.inside[i] = inside[i] || other.inside[i];
    }
    return both;
  }

  /** The voxels of this set from which a path through it, face to face, leads to a seed. */
  VoxelSet connectedTo(VoxelSet seeds) {
    VoxelSet reached = new VoxelSet(grid);
    int[] stack = new int[1024];
    int depth = 0;
    for (int seed = 0; seed < inside.length; seed++) {
      if (!seeds.inside[seed] || !inside[seed] || reached.inside[seed]) {
        continue;
      }
      reached.inside[seed] = true;
      stack[depth++] = seed;
      while (depth > 0) {
        int at = stack[--depth];
        if (depth + 6 > stack.length) {
          stack = Arrays.copyOf(stack, 2 * stack.length);
        }
        depth = visitNeighbours(at, reached.inside, stack, depth);
      }
    }
    return reached;
  }

  private int visitNeighbours(int at, boolean[] reached, int[] stack, int depth) {
    int nx = grid.nx();
    int slice = grid.sliceSize();
    int i = at % nx;
    int j = (at / nx) % grid.ny();
    int k = Math.floorDiv(at, slice);
    int top = depth;
    top = visit(i > 0, at - 1, reached, stack, top);
    top = visit(i + 1 < nx, at + 1, reached, stack, top);
    top = visit(j > 0, at - nx, reached, stack, top);
    top = visit(j + 1 < grid.ny(), at + nx, reached, stack, top);
    top = visit(k > 0, at - slice, reached, stack, top);
    return visit(k + 1 < grid.nz(), at + slice, reached, stack, top);
  }

  private int visit(boolean exists, int at, boolean[] reached, int[] stack, int depth) {
    if (!exists || !inside[at] || reached[at]) {
      return depth;
    }
    reached[at] = true;
    stack[depth] = at;
    return depth + 1;
  }

  /** The connected parts of at least so many voxels, together. */
  VoxelSet partsOfAtLeast(int voxels) {
    VoxelSet kept = new VoxelSet(grid);
    boolean[] seen = new boolean[inside.length];
    int[] part = new int[1024];
    for (int at = 0; at < inside.length; at++) {
      if (inside[at] && !seen[at]) {
        int size = 0;
        seen[at] = true;
        part[size++] = at;
        for (int head = 0; head < size; head++) {
          if (size + 6 > part.length) {
            part = Arrays.copyOf(part, 2 * part.length);
          }
          size = visitNeighbours(part[head], seen, part, size);
        }
        if (size >= voxels) {
          for (int n = 0; n < size; n++) {
            kept.inside[part[n]] = true;
          }
        }
      }
    }
    return kept;
  }

  /** The voxels at the border of every slice; of the first and last slice too, if asked. */
  static VoxelSet border(Grid grid, boolean ends) {
    VoxelSet border = new VoxelSet(grid);
    for (int at = 0; at < border.inside.length; at++) {
      int i = at % grid.nx();
      int j = (at / grid.nx()) % grid.ny();
      int k = Math.floorDiv(at, grid.sliceSize());
      border.inside[at] =
          i == 0
              || j == 0
              || i == grid.nx() - 1
              || j == grid.ny() - 1
              || (ends && (k == 0 || k == grid.nz() - 1));
    }
    return border;
  }

  /** The number of voxels. */
  int count() {
    int count = 0;
    for (boolean in : inside) {
      count += in ? 1 : 0;
    }
    return count;
  }

  /** The lowest and the highest voxel index along each axis; empty sets have none. */
  int[][] bounds() {
    int[] low = {grid.nx(), grid.ny(), grid.nz()};
    int[] high = {-1, -1, -1};
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          if (inside[grid.offset(i, j, k)]) {
            low = new int[] {Math.min(low[0], i), Math.min(low[1], j), Math.min(low[2], k)};
            high = new int[] {Math.max(high[0], i), Math.max(high[1], j), Math.max(high[2], k)};
          }
        }
      }
    }
    return new int[][] {low, high};
  }

  /** The voxels of another grid with the same axes whose nearest voxel here is in the set. */
  Region region(Grid other) {
    Vector3 start = grid.index(other.origin());
    double ratio = other.spacing().x() / grid.spacing().x();
    boolean[] there = new boolean[other.size()];
    Planes.forEach(
        other.nz(),
        k -> {
          int kk = nearest(start.z() + k * ratio, grid.nz());
          for (int j = 0; j < other.ny(); j++) {
            int row = grid.offset(0, nearest(start.y() + j * ratio, grid.ny()), kk);
            for (int i = 0; i < other.nx(); i++) {
              there[other.offset(i, j, k)] =
                  inside[row + nearest(start.x() + i * ratio, grid.nx())];
            }
          }
        });
    return Region.of(other, there);
  }

  private static int nearest(double place, int count) {
    return Math.clamp(Math.round(place), 0, count - 1);
  }
}
