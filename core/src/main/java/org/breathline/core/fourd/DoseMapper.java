package org.breathline.core.fourd;

import java.util.stream.IntStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.TrilinearSampling;

/**
 * Brings the dose of a phase to a reference grid. Energy and mass are always worked out by the
 * parts of voxels; the mapping only says what the dose is. Results do not depend on the number of
 * threads.
 */
public final class DoseMapper {

  /** A voxel is divided into so many parts along each axis. */
  static final int PARTS = 2;

  private static final int CORNERS = PARTS + 1;

  /** Cubic millimetres of a cubic centimetre. */
  private static final double MM3 = 1000;

  private final PhaseDose phase;
  private final Grid reference;
  private final DoseMapping mapping;
  private final TrilinearSampling dose;
  private final TrilinearSampling density;
  private final MappedDose mapped;

  private DoseMapper(PhaseDose phase, Grid reference, DoseMapping mapping) {
    this.phase = phase;
    this.reference = reference;
    this.mapping = mapping;
    this.dose = new TrilinearSampling(phase.doseGy(), 0);
    this.density = new TrilinearSampling(phase.density(), 0);
    this.mapped =
        new MappedDose(
            new FloatVolume(reference), new FloatVolume(reference), new FloatVolume(reference));
  }

  /** Maps a phase's dose. */
  public static MappedDose map(PhaseDose phase, Grid reference, DoseMapping mapping) {
    var mapper = new DoseMapper(phase, reference, mapping);
    IntStream.range(0, reference.nz()).parallel().forEach(mapper::mapSlice);
    return mapper.mapped;
  }

  private void mapSlice(int k) {
    Vector3[] corners = new Vector3[CORNERS * CORNERS * CORNERS];
    DisplacementField field = phase.fromReference();
    for (int j = 0; j < reference.ny(); j++) {
      for (int i = 0; i < reference.nx(); i++) {
        for (int c = 0; c < corners.length; c++) {
          int layer = c / (CORNERS * CORNERS);
          double ci = i - 0.5 + (double) (c % CORNERS) / PARTS;
          double cj = j - 0.5 + (double) (c / CORNERS % CORNERS) / PARTS;
          double ck = k - 0.5 + (double) layer / PARTS;
          corners[c] = field.map(reference.point(ci, cj, ck));
        }
        mapVoxel(reference.offset(i, j, k), corners);
      }
    }
  }

  private void mapVoxel(int at, Vector3[] corners) {
    double energy = 0;
    double mass = 0;
    for (int part = 0; part < PARTS * PARTS * PARTS; part++) {
      int first =
          part / (PARTS * PARTS) * CORNERS * CORNERS
              + part / PARTS % PARTS * CORNERS
              + part % PARTS;
      Vector3 middle = Hexahedron.middle(corners, first, CORNERS);
      double partMass = density.at(middle) * Hexahedron.volume(corners, first, CORNERS) / MM3;
      mass += partMass;
      energy += partMass * dose.at(middle);
    }
    mapped.energy().values()[at] = (float) energy;
    mapped.mass().values()[at] = (float) mass;
    boolean congruent = mapping == DoseMapping.CONGRUENT && mass > 0;
    mapped.doseGy().values()[at] =
        congruent
            ? (float) (energy / mass)
            : dose.at(phase.fromReference().map(reference.point(at)));
  }
}
