package org.breathline.core.sorting.border;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.PhantomImaging;
import org.breathline.core.phantom.PhantomMotion;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.detection.BreathDetector;
import org.breathline.core.respiration.format.TraceFiles;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.TimedScan;
import org.breathline.testkit.TestData;

/** A cine scan of the digital phantom along the real, irregular trace, with the truth. */
public final class PhantomCase {

  public static final String TRACE = "traces/varian-rpm-real.vxp";

  private static final double GRID_MM = 12;

  private final BreathingCycles cycles;
  private final BreathingDrive drive;
  private final Phantom phantom;
  private final CineSimulator simulator;
  private final CineProtocol protocol;
  private final TimedScan scan;
  private final short[][] pixels;

  /**
   * Scans.
   *
   * @param domeMm motion of the dome of the diaphragm for a breath of usual depth
   * @param pixels of a slice along a side; the field of view is 410 mm
   */
  public PhantomCase(
      long seed, TumourSite site, double domeMm, int slices, int stops, int times, int pixels) {
    this.cycles = realBreathing();
    this.drive = BreathingDrive.of(cycles);
    this.phantom =
        new Phantom(seed, MotionParameters.ofDome(domeMm), Optional.of(new Tumour(site, 25)));
    this.protocol =
        new CineProtocol(
            CineProtocol.square(pixels, 409.6 / pixels),
            -82.5,
            2.5,
            slices,
            stops,
            0.5,
            0.4,
            times,
            1.4,
            cycles.trace().startS() + 2);
    this.simulator = new CineSimulator(phantom, drive, PhantomImaging.TYPICAL);
    CineSimulator.CineScan cine = simulator.scan(protocol);
    this.scan = cine.scan();
    this.pixels = new short[scan.sliceCount()][];
    IntStream.range(0, this.pixels.length)
        .parallel()
        .forEach(i -> {
          short[] hu = new short[scan.geometry().size()];
          try {
            cine.images().read(i, hu);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
          this.pixels[i] = hu;
        });
  }

  /** The breaths of the real trace. */
  public static BreathingCycles realBreathing() {
    try {
      BreathingTrace trace =
          TraceInterpretation.of(TraceFiles.read(TestData.get(TRACE)), TraceOptions.DETECT).trace();
      return BreathDetector.detect(trace);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BreathingCycles cycles() {
    return cycles;
  }

  /** The scan with times on the trace's clock. */
  public TimedScan scan() {
    return scan;
  }

  /** The beam on the trace's clock. */
  public BeamIntervals beam() {
    return simulator.scan(protocol).beam();
  }

  /** The features of the scan as a scanner with another clock would have timed it. */
  public ScanFeatures features(ClockCorrection clock) {
    TimedScan scan = simulator.scan(protocol, clock).scan();
    int factor = ScanFeatures.factor(scan.geometry(), scan.sliceCount(), 1 << 26);
    ScanFeatures features = new ScanFeatures(scan, factor);
    IntStream.range(0, pixels.length).parallel().forEach(i -> features.add(i, pixels[i]));
    return features;
  }

  /**
   * How far the two sides of a border are apart in truth: the length of the displacement, between
   * the times of two acquisitions, of the tissue inside chest and abdominal wall that lies at the
   * border half-way through a breath, on a grid of 12 mm.
   *
   * @param share the mean where negative, otherwise this quantile
   */
  public double apartMm(int border, int lower, int upper, double share) {
    CouchPosition below = scan.couchPositions().get(border);
    CouchPosition above = scan.couchPositions().get(border + 1);
    double z = (below.positionMm(below.slicesPerAcquisition() - 1) + above.positionMm(0)) / 2;
    MotionState first = drive.stateAt(below.acquisitions().get(lower).midTimeS());
    MotionState second = drive.stateAt(above.acquisitions().get(upper).midTimeS());
    PhantomMotion motion = phantom.motion();
    double[] distances =
        tissue(z).stream()
            .mapToDouble(
                m -> motion.fromReference(m, second).minus(motion.fromReference(m, first)).length())
            .toArray();
    Arrays.sort(distances);
    return share < 0
        ? Arrays.stream(distances).average().orElse(0)
        : distances[(int) (share * (distances.length - 1))];
  }

  private List<Vector3> tissue(double z) {
    List<Vector3> tissue = new ArrayList<>();
    for (double x = -156; x <= 156; x += GRID_MM) {
      for (double y = -108; y <= 108; y += GRID_MM) {
        Vector3 material =
            phantom.motion().toReference(new Vector3(x, y, z), MotionState.held(0.5));
        if (PhantomMotion.isInCavity(material)) {
          tissue.add(material);
        }
      }
    }
    return tissue;
  }
}
