package org.breathline.core.fourd;

import org.breathline.core.geometry.Vector3;

/** A cell of a lattice of points: eight corners, straight edges. */
final class Hexahedron {

  private Hexahedron() {}

  /** The mean of the corners of the cell whose first corner is given. */
  static Vector3 middle(Vector3[] lattice, int first, int row) {
    int plane = row * row;
    return lattice[first]
        .plus(lattice[first + 1])
        .plus(lattice[first + row])
        .plus(lattice[first + row + 1])
        .plus(lattice[first + plane])
        .plus(lattice[first + plane + 1])
        .plus(lattice[first + plane + row])
        .plus(lattice[first + plane + row + 1])
        .times(0.125);
  }

  /**
   * The volume of the cell, with sign: negative where it is turned inside out. Six tetrahedra about
   * a diagonal; cells side by side share the diagonals of their faces, so that they tile space.
   */
  static double volume(Vector3[] lattice, int first, int row) {
    int plane = row * row;
    Vector3 origin = lattice[first];
    Vector3 x = lattice[first + 1].minus(origin);
    Vector3 y = lattice[first + row].minus(origin);
    Vector3 z = lattice[first + plane].minus(origin);
    Vector3 xy = lattice[first + row + 1].minus(origin);
    Vector3 xz = lattice[first + plane + 1].minus(origin);
    Vector3 yz = lattice[first + plane + row].minus(origin);
    Vector3 xyz = lattice[first + plane + row + 1].minus(origin);
    double six =
        x.cross(xy).dot(xyz)
            + xy.cross(y).dot(xyz)
            + y.cross(yz).dot(xyz)
            + yz.cross(z).dot(xyz)
            + z.cross(xz).dot(xyz)
            + xz.cross(x).dot(xyz);
    return six / 6;
  }
}
