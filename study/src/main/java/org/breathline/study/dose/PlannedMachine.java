package org.breathline.study.dose;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.dose.machine.Machine;
import org.breathline.core.dose.machine.MachineFiles;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/**
 * The machine that a plan is calculated with.
 *
 * @param machine the machine
 * @param warning where it is not the one that the plan names
 * @param input the digest of its file; empty for one that comes with the project
 */
record PlannedMachine(Machine machine, Optional<String> warning, Optional<Provenance.Input> input) {

  /** Distances from source to isocentre differ by no more, mm. */
  private static final double SAME_AXIS_MM = 1;

  /**
   * Chooses it: the one asked for, else the one that the plan names, else the generic one.
   *
   * @throws UsageException if the one asked for is not there
   * @throws RefusalException if the plan's photons or geometry are not the machine's
   */
  static PlannedMachine of(Optional<String> asked, List<Beam> beams)
      throws IOException, RefusalException {
    PlannedMachine chosen =
        asked.isPresent() ? asked(asked.get()) : ofPlan(beams.getFirst().machine());
    for (Beam beam : beams) {
      if (chosen.input.isEmpty() && !beam.quality().equals(BeamQuality.X6)) {
        throw new RefusalException(
            "Beam %d is of %s, and %s is a machine of 6 MV with a flattening filter; name a machine file of that quality with --machine."
                .formatted(beam.number(), beam.quality(), chosen.machine.name()));
      }
      if (Math.abs(beam.sourceAxisMm() - chosen.machine.sourceAxisMm()) > SAME_AXIS_MM) {
        throw new RefusalException(
            String.format(
                Locale.ROOT,
                "Beam %d has its source %.0f mm from the isocentre, and %s %.0f mm.",
                beam.number(),
                beam.sourceAxisMm(),
                chosen.machine.name(),
                chosen.machine.sourceAxisMm()));
      }
    }
    return chosen;
  }

  private static PlannedMachine asked(String name) throws IOException {
    if (MachineFiles.NAMES.contains(name)) {
      return new PlannedMachine(MachineFiles.named(name), Optional.empty(), Optional.empty());
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "%s is no machine file, and no machine that comes with the project: those are %s."
              .formatted(name, String.join(", ", MachineFiles.NAMES)));
    }
    try (InputStream in = Files.newInputStream(file)) {
      return new PlannedMachine(
          MachineFiles.read(in, name),
          Optional.empty(),
          Optional.of(new Provenance.Input("machine", 1, Digests.ofFile(file))));
    }
  }

  private static PlannedMachine ofPlan(String name) {
    List<Machine> known = new ArrayList<>();
    for (String own : MachineFiles.NAMES) {
      Machine machine = MachineFiles.named(own);
      if (own.equalsIgnoreCase(name.strip()) || machine.name().equalsIgnoreCase(name.strip())) {
        known.add(machine);
      }
    }
    if (!known.isEmpty()) {
      return new PlannedMachine(known.getFirst(), Optional.empty(), Optional.empty());
    }
    return new PlannedMachine(
        MachineFiles.named(MachineFiles.GENERIC),
        Optional.of(
            "The plan's machine is not known here: the dose is that of a generic 6 MV machine, whose"
                + " output, penumbra and leaves are not the plan's. Name a commissioned one with"
                + " --machine."),
        Optional.empty());
  }
}
