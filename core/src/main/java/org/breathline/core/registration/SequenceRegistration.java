package org.breathline.core.registration;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Volume;
import org.breathline.core.progress.Progress;

/**
 * Registers all phases of a 4DCT with one of them. It goes from the reference phase both ways
 * around the breath, and each registration begins with the displacement of the phase before. The
 * phase opposite the reference is reached both ways; how far the two results differ is the cycle's
 * closure.
 */
public final class SequenceRegistration {

  private final RegistrationSettings settings;

  /** Where the phases come from; each is asked for when it is needed, and not kept. */
  @FunctionalInterface
  public interface PhaseVolumes {

    /** The volume of a phase, by its place in the breath. */
    Volume volume(int phase) throws IOException;
  }

  /**
   * What was found.
   *
   * @param reference the reference phase
   * @param registrations from the reference phase to every phase, in the phases' order; that to
   *     itself is no motion
   * @param opposite the phase reached both ways; the reference phase if there is no other
   * @param closure how far the two results for it differ
   */
  public record Sequence(
      int reference, List<Registration> registrations, int opposite, FieldDifference closure) {

    /** Copies the list. */
    public Sequence {
      registrations = List.copyOf(registrations);
    }
  }

  /** With given settings. */
  public SequenceRegistration(RegistrationSettings settings) {
    this.settings = settings;
  }

  /**
   * Registers.
   *
   * @param phases how many there are, evenly spread over the breath, at least 1
   * @param volumes gives them
   * @param reference the phase whose points are followed
   * @param onto the grid of the fields, with the reference's axes: {@link #compactGrid} unless
   *     memory is plentiful
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   * @throws IOException if a phase cannot be had
   */
  public Sequence register(
      int phases, PhaseVolumes volumes, int reference, Grid onto, Progress progress)
      throws IOException {
    if (reference < 0 || reference >= phases) {
      throw new IllegalArgumentException("no phase %d of %d".formatted(reference, phases));
    }
    var still = new Registration(new DisplacementField(onto), List.of(), 0);
    List<Registration> found = new ArrayList<>(Collections.nCopies(phases, still));
    if (phases == 1) {
      return new Sequence(reference, found, reference, FieldDifference.NONE);
    }
    var pairs = new PairwiseRegistration(settings).fixed(volumes.volume(reference));
    int forward = phases / 2;
    int opposite = (reference + forward) % phases;
    // What a pair tells of itself becomes how many phases are done, and cancels as well.
    int[] done = {0};
    Progress within = (_, _, _) -> progress.report("registering phases", done[0], phases);
    Optional<DisplacementField> before = Optional.empty();
    for (int n = 1; n <= forward; n++) {
      int phase = (reference + n) % phases;
      Registration next = pairs.register(volumes.volume(phase), onto, before, within);
      found.set(phase, next);
      before = Optional.of(next.field());
      done[0]++;
    }
    before = Optional.empty();
    for (int n = 1; n < phases - forward; n++) {
      int phase = Math.floorMod(reference - n, phases);
      Registration next = pairs.register(volumes.volume(phase), onto, before, within);
      found.set(phase, next);
      before = Optional.of(next.field());
      done[0]++;
    }
    FieldDifference closure = FieldDifference.NONE;
    if (phases > 2) {
      Registration again = pairs.register(volumes.volume(opposite), onto, before, within);
      closure =
          FieldDifference.between(found.get(opposite).field(), again.field(), pairs.comparedPart());
    }
    progress.report("registering phases", phases, phases);
    return new Sequence(reference, found, opposite, closure);
  }

  /**
   * A grid for fields that takes little memory and loses nothing of what was found: isotropic, with
   * the axes and the extent of a volume.
   */
  public static Grid compactGrid(Grid volume) {
    return fieldGrid(volume, ThoraxRegions.SPACING_MM);
  }

  /** An isotropic grid with the axes and the extent of a volume. */
  public static Grid fieldGrid(Grid volume, double spacingMm) {
    return LevelGrids.around(volume, volume.orientation(), spacingMm);
  }
}
