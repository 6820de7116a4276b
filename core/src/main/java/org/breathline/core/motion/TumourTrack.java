package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.segmentation.LungTumour;
import org.breathline.core.segmentation.SeedException;
import org.breathline.core.structure.RunLengthMask;

/**
 * A lung tumour found anew in every phase of a 4DCT from one click in one of them: from phase to
 * phase the place to start from is where the tumour's surroundings agree best with those before.
 *
 * @param clickedPercent the phase the click was taken to belong to
 * @param phases what was found, in the order of the phases
 */
public record TumourTrack(double clickedPercent, List<OfPhase> phases) {

  /**
   * The tumour in one phase.
   *
   * @param percent the phase
   * @param tumour what was found
   */
  public record OfPhase(double percent, LungTumour tumour) {}

  /** Copies the list. */
  public TumourTrack {
    phases = List.copyOf(phases);
  }

  /**
   * Follows a tumour.
   *
   * @param seed a point in it, LPS mm
   * @param clickedPercent the phase in which it was clicked; empty: the phase in which the seed
   *     lies nearest to the middle of what is found there
   * @throws SeedException if there is no tumour at the seed, or it is lost in a phase; the message
   *     says which
   */
  public static TumourTrack of(
      PhaseSeries series, Vector3 seed, Optional<Double> clickedPercent, Progress progress)
      throws SeedException {
    int count = series.phases().size();
    List<RunLengthMask> airs = new ArrayList<>();
    for (PhaseSeries.Phase phase : series.phases()) {
      progress.report("looking for the lungs", airs.size(), count);
      airs.add(LungAir.of(phase.volume()));
    }
    int start = start(series, airs, seed, clickedPercent);
    LungTumour[] found = new LungTumour[count];
    found[start] = LungTumour.of(volume(series, start), airs.get(start), seed);
    // Half the circle forward, the other half backward: no phase is far from the click.
    for (int step = 1; step < count; step++) {
      boolean forward = step <= count / 2;
      int at = Math.floorMod(forward ? start + step : start - (step - count / 2), count);
      int before = Math.floorMod(forward ? at - 1 : at + 1, count);
      progress.report("following the tumour", step, count);
      found[at] = next(series, airs, before, found[before], at);
    }
    progress.report("following the tumour", count, count);
    List<OfPhase> phases = new ArrayList<>();
    for (int p = 0; p < count; p++) {
      phases.add(new OfPhase(series.phases().get(p).percent(), found[p]));
    }
    return new TumourTrack(series.phases().get(start).percent(), phases);
  }

  private static ShortVolume volume(PhaseSeries series, int phase) {
    return series.phases().get(phase).volume();
  }

  private static LungTumour next(
      PhaseSeries series, List<RunLengthMask> airs, int before, LungTumour tumour, int at)
      throws SeedException {
    Vector3 shift =
        PatchMatch.shift(
            volume(series, before),
            tumour.surface().centroid(),
            tumour.surface().reachMm(),
            volume(series, at));
    try {
      return LungTumour.of(
          volume(series, at), airs.get(at), tumour.surface().centroid().plus(shift));
    } catch (SeedException e) {
      throw new SeedException(
          String.format(
              Locale.ROOT,
              "the tumour is lost in phase %.0f %%: %s",
              series.phases().get(at).percent(),
              e.getMessage()));
    }
  }

  private static int start(
      PhaseSeries series, List<RunLengthMask> airs, Vector3 seed, Optional<Double> clickedPercent)
      throws SeedException {
    if (clickedPercent.isPresent()) {
      for (int p = 0; p < airs.size(); p++) {
        if (series.phases().get(p).percent() == clickedPercent.get()) {
          return p;
        }
      }
      throw new SeedException(
          String.format(Locale.ROOT, "there is no phase %.0f %%", clickedPercent.get()));
    }
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    Optional<SeedException> refusal = Optional.empty();
    for (int p = 0; p < airs.size(); p++) {
      try {
        LungTumour tumour = LungTumour.of(volume(series, p), airs.get(p), seed);
        double away = tumour.surface().centroid().minus(seed).length();
        if (away < least) {
          least = away;
          best = p;
        }
      } catch (SeedException e) {
        refusal = refusal.isPresent() ? refusal : Optional.of(e);
      }
    }
    if (best < 0) {
      throw refusal.orElseThrow();
    }
    return best;
  }

  /** The path of the centroid of the tumour's surface. */
  public MotionPath path() {
    return new MotionPath(
        phases.stream()
            .map(p -> new MotionPath.Position(p.percent(), p.tumour().surface().centroid()))
            .toList());
  }
}
