package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.SliceImages;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.TimedSlice;

/** Scans a breathing phantom in cine mode. */
public final class CineSimulator {

  private final Phantom phantom;
  private final BreathingDrive drive;
  private final PhantomImaging imaging;

  /** A scanner before a phantom that breathes. */
  public CineSimulator(Phantom phantom, BreathingDrive drive, PhantomImaging imaging) {
    this.phantom = phantom;
    this.drive = drive;
    this.imaging = imaging;
  }

  /**
   * A simulated scan. Its slices are rendered when asked for, by the thread that asks, and are the
   * same in any order.
   *
   * @param scan positions and times, on the scanner's clock
   * @param images the slices' pixels
   * @param beams when the beam was on, in the order of time, on the trace's clock
   * @param clock how the two clocks differ: the truth that a reader has to find
   */
  public record CineScan(TimedScan scan, SliceImages images, List<BeamOn> beams, ScanClock clock) {

    /** Copies the list. */
    public CineScan {
      beams = List.copyOf(beams);
    }
  }

  /**
   * A time during which the beam was on.
   *
   * @param startS its beginning, half a rotation before the first mid-acquisition time, seconds
   * @param endS its end
   */
  public record BeamOn(double startS, double endS) {}

  /** Scans with clocks that agree. */
  public CineScan scan(CineProtocol protocol) {
    return scan(protocol, ScanClock.TRUE);
  }

  /** Scans with a scanner's clock that differs from the trace's. */
  public CineScan scan(CineProtocol protocol, ScanClock clock) {
    List<CouchPosition> stops = new ArrayList<>();
    List<BeamOn> beams = new ArrayList<>();
    List<TimedSlice> slices = new ArrayList<>();
    for (int stop = 0; stop < protocol.couchPositions(); stop++) {
      double beamStart = protocol.beamStartS(stop);
      beams.add(new BeamOn(beamStart, beamStart + protocol.beamS()));
      List<Acquisition> acquisitions = new ArrayList<>();
      for (int a = 0; a < protocol.acquisitions(); a++) {
        double mid =
            clock.scannerS(beamStart + protocol.rotationS() / 2 + a * protocol.intervalS());
        List<TimedSlice> slab = new ArrayList<>();
        for (int s = 0; s < protocol.slicesPerPosition(); s++) {
          int place = stop * protocol.slicesPerPosition() + s;
          double position = protocol.firstPositionMm() + place * protocol.sliceMm();
          var slice = new TimedSlice(slices.size(), position, mid);
          slab.add(slice);
          slices.add(slice);
        }
        acquisitions.add(new Acquisition(mid, slab));
      }
      stops.add(new CouchPosition(acquisitions));
    }
    var scan = new TimedScan(protocol.geometry(), protocol.sliceMm(), protocol.rotationS(), stops);
    List<TimedSlice> all = List.copyOf(slices);
    return new CineScan(
        scan, (image, hu) -> render(protocol, clock, all.get(image), hu), beams, clock);
  }

  private void render(CineProtocol protocol, ScanClock clock, TimedSlice slice, short[] hu) {
    int samples = imaging.samples();
    double mid = clock.traceS(slice.midTimeS());
    MotionState[] states = new MotionState[samples];
    for (int s = 0; s < samples; s++) {
      double share = (s + 0.5) / samples - 0.5;
      states[s] = drive.stateAt(mid + share * protocol.rotationS());
    }
    float[] values = new float[protocol.geometry().size()];
    Vector3 origin = protocol.geometry().origin(slice.positionMm());
    phantom.render(
        protocol.geometry(),
        origin,
        states,
        Phantom.thicknessOffsets(samples, protocol.sliceMm()),
        values);
    new Noise(phantom.seed(), imaging.noiseHu())
        .add(slice.image(), protocol.geometry().columns(), protocol.geometry().rows(), values);
    Phantom.round(values, hu, 0);
  }
}
