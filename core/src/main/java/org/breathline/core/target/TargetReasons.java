package org.breathline.core.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.SurfaceMesh;

/**
 * Why an internal target is as large as it is: which phase, and which position of the target in it,
 * made every part of its surface. A part of the surface is made by the phase whose own surface lies
 * furthest out there.
 *
 * @param shares of each phase, in the order of the phases
 * @param extents towards each side of the patient
 */
public record TargetReasons(List<PhaseShare> shares, Map<Direction, Extent> extents) {

  /**
   * What a phase contributes.
   *
   * @param percent the phase
   * @param shift of the target's centre in it, from the reference phase's, LPS mm
   * @param surfaceShare the share of the target's surface that it made, 0 to 1
   * @param aloneShare the share of the target's volume that no other phase reaches, 0 to 1
   */
  public record PhaseShare(double percent, Vector3 shift, double surfaceShare, double aloneShare) {}

  /**
   * How far the target reaches beyond the reference phase's on one side.
   *
   * @param beyondMm how much further it reaches there, mm, at least 0
   * @param percent the phase that reaches furthest
   * @param shift of the target's centre in that phase, from the reference phase's, LPS mm
   */
  public record Extent(double beyondMm, double percent, Vector3 shift) {}

  /** Keeps copies. */
  public TargetReasons {
    shares = List.copyOf(shares);
    extents = Map.copyOf(extents);
  }

  /** How far the target reaches on a side. */
  public Extent toward(Direction direction) {
    Extent extent = extents.get(direction);
    if (extent == null) {
      throw new IllegalStateException("no extent " + direction);
    }
    return extent;
  }

  /**
   * The reasons of a target.
   *
   * @param target over the phases
   * @param reference the target in the reference phase
   */
  public static TargetReasons of(InternalTarget target, PhaseRegion reference) {
    return new TargetReasons(shares(target, reference), extents(target, reference));
  }

  private static List<PhaseShare> shares(InternalTarget target, PhaseRegion reference) {
    List<PhaseRegion> phases = target.phases();
    double[] areas = new double[phases.size()];
    SurfaceMesh surface = SurfaceMesh.of(target.region());
    for (int t = 0; t < surface.size(); t++) {
      areas[furthestOut(phases, surface.middle(t))] += surface.normal(t).length();
    }
    double all = Arrays.stream(areas).sum();
    long[] alone = alone(target);
    double voxels = Math.max(1, target.region().mask().voxels());
    List<PhaseShare> shares = new ArrayList<>();
    for (int p = 0; p < phases.size(); p++) {
      shares.add(
          new PhaseShare(
              phases.get(p).percent(),
              phases.get(p).centre().minus(reference.centre()),
              areas[p] / all,
              alone[p] / voxels));
    }
    return shares;
  }

  /** The phase whose surface lies furthest out at a point; of equal ones the first. */
  private static int furthestOut(List<PhaseRegion> phases, Vector3 point) {
    int furthest = 0;
    double least = Double.POSITIVE_INFINITY;
    for (int p = 0; p < phases.size(); p++) {
      double value = phases.get(p).region().at(point);
      if (value < least) {
        least = value;
        furthest = p;
      }
    }
    return furthest;
  }

  private static long[] alone(InternalTarget target) {
    List<PhaseRegion> phases = target.phases();
    long[] alone = new long[phases.size()];
    GridBox box = target.region().box();
    float[][] values = new float[phases.size()][];
    for (int p = 0; p < values.length; p++) {
      values[p] = phases.get(p).region().within(box).values();
    }
    for (int at = 0; at < target.region().values().length; at++) {
      int holder = -1;
      int holders = 0;
      for (int p = 0; p < values.length; p++) {
        if (values[p][at] <= 0) {
          holder = p;
          holders++;
        }
      }
      if (holders == 1) {
        alone[holder]++;
      }
    }
    return alone;
  }

  private static Map<Direction, Extent> extents(InternalTarget target, PhaseRegion reference) {
    Map<Direction, Extent> extents = new EnumMap<>(Direction.class);
    List<SurfaceMesh> surfaces =
        target.phases().stream().map(p -> SurfaceMesh.of(p.region())).toList();
    SurfaceMesh still = SurfaceMesh.of(reference.region());
    for (Direction direction : Direction.values()) {
      double before = furthest(still, direction);
      double most = Double.NEGATIVE_INFINITY;
      PhaseRegion maker = reference;
      for (int p = 0; p < surfaces.size(); p++) {
        double reach = furthest(surfaces.get(p), direction);
        if (reach > most) {
          most = reach;
          maker = target.phases().get(p);
        }
      }
      extents.put(
          direction,
          new Extent(
              Math.max(0, most - before),
              maker.percent(),
              maker.centre().minus(reference.centre())));
    }
    return extents;
  }

  private static double furthest(SurfaceMesh surface, Direction direction) {
    double most = Double.NEGATIVE_INFINITY;
    for (int t = 0; t < surface.size(); t++) {
      for (int corner = 0; corner < 3; corner++) {
        most = Math.max(most, surface.vertex(t, corner).dot(direction.axis()));
      }
    }
    return most;
  }

  /**
   * The voxels of a target by the phase that made them: those that are nearest to the reference,
   * and of the others each with the phase that lies deepest around it.
   *
   * @return a mask for each of the target's phases; no two share a voxel, and together they are the
   *     target
   */
  public static List<RunLengthMask> makers(InternalTarget target) {
    List<PhaseRegion> phases = target.phases();
    LevelSet region = target.region();
    GridBox box = region.box();
    float[][] values = new float[phases.size()][];
    for (int p = 0; p < values.length; p++) {
      values[p] = phases.get(p).region().within(box).values();
    }
    List<RunLengthMask> makers = new ArrayList<>();
    for (int p = 0; p < values.length; p++) {
      int phase = p;
      float[] own = new float[region.values().length];
      for (int at = 0; at < own.length; at++) {
        own[at] = deepest(values, at) == phase ? region.values()[at] : region.outside();
      }
      makers.add(new LevelSet(region.grid(), box, own, region.outside()).mask());
    }
    return makers;
  }

  private static int deepest(float[][] values, int at) {
    int deepest = 0;
    for (int p = 1; p < values.length; p++) {
      if (values[p][at] < values[deepest][at]) {
        deepest = p;
      }
    }
    return deepest;
  }
}
