package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.core.geometry.Vector3;

/** Directions spread evenly over the sphere: an icosahedron, its triangles divided three times. */
final class Icosphere {

  private static final int DIVISIONS = 3;

  /** The one there is: 642 directions, some seven degrees from each other. */
  static final Icosphere INSTANCE = new Icosphere();

  private final List<Vector3> directions = new ArrayList<>();
  private final List<List<Integer>> triangles;
  private final List<List<Integer>> neighbours = new ArrayList<>();

  private Icosphere() {
    double golden = (1 + Math.sqrt(5)) / 2;
    for (int a : new int[] {-1, 1}) {
      for (int b : new int[] {-1, 1}) {
        add(new Vector3(0, a, b * golden));
        add(new Vector3(a, b * golden, 0));
        add(new Vector3(b * golden, 0, a));
      }
    }
    List<List<Integer>> faces = faces();
    for (int division = 0; division < DIVISIONS; division++) {
      faces = divided(faces);
    }
    triangles = List.copyOf(faces);
    List<Set<Integer>> linked = new ArrayList<>();
    for (int n = 0; n < directions.size(); n++) {
      linked.add(new TreeSet<>());
    }
    for (List<Integer> face : triangles) {
      for (int corner : face) {
        linked.get(corner).addAll(face);
      }
    }
    for (int n = 0; n < directions.size(); n++) {
      linked.get(n).remove(n);
      neighbours.add(List.copyOf(linked.get(n)));
    }
  }

  private int add(Vector3 point) {
    directions.add(point.times(1 / point.length()));
    return directions.size() - 1;
  }

  /** The icosahedron's twenty triangles: all triples of corners that lie next to each other. */
  private List<List<Integer>> faces() {
    double edge = 1.06;
    List<List<Integer>> faces = new ArrayList<>();
    for (int a = 0; a < 12; a++) {
      for (int b = a + 1; b < 12; b++) {
        for (int c = b + 1; c < 12; c++) {
          if (apart(a, b) < edge && apart(b, c) < edge && apart(a, c) < edge) {
            faces.add(outward(a, b, c));
          }
        }
      }
    }
    return faces;
  }

  private double apart(int a, int b) {
    return directions.get(a).minus(directions.get(b)).length();
  }

  private List<Integer> outward(int a, int b, int c) {
    Vector3 va = directions.get(a);
    boolean out = va.dot(directions.get(b).cross(directions.get(c))) > 0;
    return out ? List.of(a, b, c) : List.of(a, c, b);
  }

  private List<List<Integer>> divided(List<List<Integer>> faces) {
    Map<Long, Integer> middles = new HashMap<>();
    List<List<Integer>> finer = new ArrayList<>();
    for (List<Integer> face : faces) {
      int ab = middle(face.get(0), face.get(1), middles);
      int bc = middle(face.get(1), face.get(2), middles);
      int ca = middle(face.get(2), face.get(0), middles);
      finer.add(List.of(face.get(0), ab, ca));
      finer.add(List.of(face.get(1), bc, ab));
      finer.add(List.of(face.get(2), ca, bc));
      finer.add(List.of(ab, bc, ca));
    }
    return finer;
  }

  private int middle(int a, int b, Map<Long, Integer> middles) {
    long key = ((long) Math.min(a, b) << 32) | Math.max(a, b);
    return middles.computeIfAbsent(key, k -> add(directions.get(a).plus(directions.get(b))));
  }

  int size() {
    return directions.size();
  }

  /** A unit vector. */
  Vector3 direction(int number) {
    return directions.get(number);
  }

  /** The directions that share an edge with one, in the order of their numbers. */
  List<Integer> neighbours(int number) {
    return neighbours.get(number);
  }

  /** Triples of directions, counter-clockwise as seen from outside. */
  List<List<Integer>> triangles() {
    return triangles;
  }
}
