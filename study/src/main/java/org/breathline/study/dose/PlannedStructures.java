package org.breathline.study.dose;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/**
 * The structures of a plan, of which it is known that they are this patient's and lie in the CT.
 *
 * @param set all that was read
 * @param drawn those with contours
 * @param warnings what was tolerated
 * @param input the digest of the file
 */
record PlannedStructures(
    StructureSet set, List<Structure> drawn, List<String> warnings, Provenance.Input input) {

  /** Contours may lie so much beyond the outermost voxels' edges, mm: rounding, and half slices. */
  private static final double ROUNDING_MM = 0.1;

  /** Copies the lists. */
  PlannedStructures {
    drawn = List.copyOf(drawn);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a structure set.
   *
   * @param slice one of the CT
   * @param grid of the CT
   * @throws UsageException if the file is not there
   * @throws InputException if it is another patient's, in another frame of reference, or the
   *     patient's outline, a target or the whole of another structure lies beyond the CT
   */
  static PlannedStructures read(Path file, CtSlice slice, Grid grid)
      throws IOException, InputException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + " is not a file.");
    }
    StructureSet set = StructureSetReader.read(file);
    boolean bothSay = set.patientId().isPresent() && slice.patientId().isPresent();
    if (bothSay && !set.patientId().equals(slice.patientId())) {
      throw new InputException(file + " is the structure set of another patient than the CT.");
    }
    if (!slice.frameOfReferenceUid().isEmpty() && !set.isInFrame(slice.frameOfReferenceUid())) {
      throw new InputException(
          file
              + " is in another frame of reference than the CT: its contours are nowhere in these"
              + " images.");
    }
    List<String> warnings = new ArrayList<>();
    set.findings().forEach(f -> warnings.add("Structure set: " + f.words() + "."));
    List<Structure> drawn = new ArrayList<>();
    for (Structure structure : set.structures()) {
      if (!structure.contours().isEmpty()) {
        requireInside(file, structure, grid, warnings);
        drawn.add(structure);
      }
    }
    return new PlannedStructures(
        set, drawn, warnings, new Provenance.Input("structures", 1, Digests.ofFile(file)));
  }

  private static void requireInside(
      Path file, Structure structure, Grid grid, List<String> warnings) throws InputException {
    long inside = structure.contours().stream().filter(c -> isInside(c, grid)).count();
    long beyond = structure.contours().size() - inside;
    boolean needed = structure.type() == StructureType.EXTERNAL || structure.type().isTarget();
    if (inside == 0 || (beyond > 0 && needed)) {
      throw new InputException(
          "%s: %d of the %d contours of \"%s\" lie outside of the CT; is it the CT that they were drawn on?"
              .formatted(file, beyond, structure.contours().size(), structure.name()));
    }
    if (beyond > 0) {
      warnings.add(
          "%d of the %d contours of \"%s\" lie outside of the CT; what is beyond it counts in no figure."
              .formatted(beyond, structure.contours().size(), structure.name()));
    }
  }

  private static boolean isInside(Contour contour, Grid grid) {
    Vector3 spacing = grid.spacing();
    for (int p = 0; p < contour.size(); p++) {
      Vector3 index = grid.index(contour.point(p));
      boolean inside =
          isInside(index.x(), grid.nx(), spacing.x())
              && isInside(index.y(), grid.ny(), spacing.y())
              && isInside(index.z(), grid.nz(), spacing.z());
      if (!inside) {
        return false;
      }
    }
    return true;
  }

  private static boolean isInside(double index, int size, double spacingMm) {
    double edge = 0.5 + ROUNDING_MM / spacingMm;
    return index >= -edge && index <= size - 1 + edge;
  }

  /** What structures of a type fill of a grid: all of them together. */
  RunLengthMask filled(StructureType type, Grid grid) throws InputException {
    RunLengthMask all = RunLengthMask.empty(grid);
    for (Structure structure : drawn) {
      if (structure.type() == type) {
        try {
          all = all.union(ContourStack.of(structure.contours(), grid).occupancy().mask());
        } catch (IllegalArgumentException e) {
          throw new InputException("\"%s\": %s.".formatted(structure.name(), e.getMessage()), e);
        }
      }
    }
    return all;
  }
}
