package org.breathline.study.target;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.study.UsageException;

/**
 * What is planned on, as a person chose it.
 *
 * @param planningCt the folder of the standard CT that was taken beside the 4DCT
 * @param on the image
 */
public record PlanningChoice(Optional<Path> planningCt, PlanOn on) {

  /**
   * Checks.
   *
   * @throws UsageException if a CT is planned on that is not there
   */
  public PlanningChoice {
    if (on instanceof PlanOn.PlanningCt && planningCt.isEmpty()) {
      throw new UsageException("--plan-on 3d plans on a CT: give it with --planning-ct.");
    }
  }
}
