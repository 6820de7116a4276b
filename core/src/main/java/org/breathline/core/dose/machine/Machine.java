package org.breathline.core.dose.machine;

import java.util.Optional;
import org.breathline.core.dose.PhotonBeamModel;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * A machine as far as dose goes; all of it comes from a file ({@link MachineFiles}).
 *
 * @param name what it is called
 * @param sourceAxisMm distance from source to isocentre, mm
 * @param beam what its head sends out
 * @param collimation what its jaws and leaves let pass
 * @param leaves its multileaf collimator, if it has one
 * @param reference under which condition a monitor unit gives what dose
 */
public record Machine(
    String name,
    double sourceAxisMm,
    PhotonBeamModel beam,
    Collimation collimation,
    Optional<MultileafCollimator> leaves,
    OutputReference reference) {}
