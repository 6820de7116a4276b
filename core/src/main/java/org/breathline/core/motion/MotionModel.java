package org.breathline.core.motion;

import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;

/**
 * The motion of every point as a linear function of the breath's fullness v and its rate v': {@code
 * u(x; v, v') = u0(x) + alpha(x) v + beta(x) v'} (the five-dimensional model of Low et al., Int J
 * Radiat Oncol Biol Phys 63, 921, 2005, fitted on displacement fields). It gives the field from the
 * reference phase to any state, between and beyond those that were scanned.
 *
 * @param start u0, mm
 * @param perFullness alpha, mm
 * @param perRate beta, mm
 * @param residualMm root mean square distance of the model from the fields it was fitted to, mm;
 *     NaN where bad slabs left no field
 */
public record MotionModel(
    DisplacementField start,
    DisplacementField perFullness,
    DisplacementField perRate,
    FloatVolume residualMm) {

  /**
   * Fits the model at every point of the fields' grid by least squares. A phase does not count at
   * points that it shows in a bad slab. Where fewer than four phases are left the rate is not
   * fitted, and with one the motion is that phase's.
   *
   * @param fields from the reference phase to every phase, all on one grid, that to the reference
   *     itself of no motion; as all fields start in the reference phase, one with few bad slabs is
   *     to be chosen
   * @param scanned the state in which each part of every phase was scanned, in the same order
   * @param bad the bad slabs of the phases, in the same order
   * @throws IllegalArgumentException if the numbers of phases or the grids differ
   */
  public static MotionModel fit(
      List<DisplacementField> fields, ScannedStates scanned, BadSlabs bad) {
    int phases = fields.size();
    if (phases == 0 || scanned.phases() != phases || bad.phases().size() != phases) {
      throw new IllegalArgumentException(
          "%d fields, %d states and slabs of %d phases"
              .formatted(phases, scanned.phases(), bad.phases().size()));
    }
    Grid grid = fields.getFirst().grid();
    for (DisplacementField field : fields) {
      if (!field.grid().equals(grid)) {
        throw new IllegalArgumentException("the fields are on different grids");
      }
    }
    var model =
        new MotionModel(
            new DisplacementField(grid),
            new DisplacementField(grid),
            new DisplacementField(grid),
            new FloatVolume(grid));
    IntStream.range(0, grid.nz()).parallel().forEach(k -> model.fitSlice(k, fields, scanned, bad));
    return model;
  }

  private void fitSlice(
      int k, List<DisplacementField> fields, ScannedStates scanned, BadSlabs bad) {
    Grid grid = start.grid();
    double[] solution = new double[9];
    var regression = new StateRegression();
    for (int j = 0; j < grid.ny(); j++) {
      for (int i = 0; i < grid.nx(); i++) {
        int at = grid.offset(i, j, k);
        double height = grid.point(i, j, k).z();
        regression.clear();
        for (int p = 0; p < fields.size(); p++) {
          DisplacementField u = fields.get(p);
          double place = height + u.z()[at];
          BreathState state = scanned.at(p, place);
          if (state.isKnown() && !bad.contains(p, place)) {
            regression.add(state, u.x()[at], u.y()[at], u.z()[at]);
          }
        }
        regression.solve(solution);
        put(start, at, solution, 0);
        put(perFullness, at, solution, 1);
        put(perRate, at, solution, 2);
        residualMm.values()[at] = residual(at, height, fields, scanned, bad);
      }
    }
  }

  private static void put(DisplacementField field, int at, double[] solution, int term) {
    field.x()[at] = (float) solution[term];
    field.y()[at] = (float) solution[term + 3];
    field.z()[at] = (float) solution[term + 6];
  }

  private float residual(
      int at, double height, List<DisplacementField> fields, ScannedStates scanned, BadSlabs bad) {
    double squares = 0;
    int used = 0;
    for (int p = 0; p < fields.size(); p++) {
      DisplacementField u = fields.get(p);
      double place = height + u.z()[at];
      BreathState state = scanned.at(p, place);
      if (state.isKnown() && !bad.contains(p, place)) {
        double x = u.x()[at] - component(start.x(), perFullness.x(), perRate.x(), at, state);
        double y = u.y()[at] - component(start.y(), perFullness.y(), perRate.y(), at, state);
        double z = u.z()[at] - component(start.z(), perFullness.z(), perRate.z(), at, state);
        squares += x * x + y * y + z * z;
        used++;
      }
    }
    return used == 0 ? Float.NaN : (float) Math.sqrt(squares / used);
  }

  private static float component(
      float[] start, float[] alpha, float[] beta, int at, BreathState state) {
    return (float) (start[at] + alpha[at] * state.fullness() + beta[at] * state.rate());
  }

  /** The field from the reference phase to a state: tissue at x is at x + u(x) then. */
  public DisplacementField at(BreathState state) {
    var field = new DisplacementField(start.grid());
    IntStream.range(0, start.grid().nz())
        .parallel()
        .forEach(k -> {
          int size = start.grid().sliceSize();
          for (int at = k * size; at < (k + 1) * size; at++) {
            field.x()[at] = component(start.x(), perFullness.x(), perRate.x(), at, state);
            field.y()[at] = component(start.y(), perFullness.y(), perRate.y(), at, state);
            field.z()[at] = component(start.z(), perFullness.z(), perRate.z(), at, state);
          }
        });
    return field;
  }

  /**
   * Fields to every phase in which what bad slabs show is replaced by what the model says.
   *
   * @param fields those the model was fitted to
   */
  public List<DisplacementField> completed(
      List<DisplacementField> fields, BreathCurve curve, BadSlabs bad) {
    return IntStream.range(0, fields.size())
        .mapToObj(p ->
            bad.phases().get(p).isEmpty()
                ? fields.get(p)
                : completed(fields.get(p), at(curve.states().get(p).state()), bad, p))
        .toList();
  }

  private static DisplacementField completed(
      DisplacementField measured, DisplacementField modelled, BadSlabs bad, int phase) {
    Grid grid = measured.grid();
    for (int k = 0; k < grid.nz(); k++) {
      double height = grid.point(0, 0, k).z();
      int size = grid.sliceSize();
      for (int at = k * size; at < (k + 1) * size; at++) {
        // By either field in a bad slab: a wrong one may lead out of it.
        if (!bad.contains(phase, height + measured.z()[at])
            && !bad.contains(phase, height + modelled.z()[at])) {
          modelled.x()[at] = measured.x()[at];
          modelled.y()[at] = measured.y()[at];
          modelled.z()[at] = measured.z()[at];
        }
      }
    }
    return modelled;
  }
}
