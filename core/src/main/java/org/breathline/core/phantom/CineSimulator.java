package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.SliceImages;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.scan.TimedSlice;

/** Scans a breathing phantom in cine mode. */
public final class CineSimulator {

  private final SliceSimulator slices;

  /** A scanner before a phantom that breathes. */
  public CineSimulator(Phantom phantom, BreathingDrive drive, PhantomImaging imaging) {
    this.slices = new SliceSimulator(phantom, drive, imaging);
  }

  /**
   * A simulated scan. Its slices are rendered when asked for, by the thread that asks, and are the
   * same in any order.
   *
   * @param scan positions and times, on the scanner's clock
   * @param images the slices' pixels
   * @param beam when the beam was on, on the trace's clock; it begins half a rotation before the
   *     first mid-acquisition time of a stop
   * @param clock how the two clocks differ: the truth that a reader has to find
   */
  public record CineScan(
      TimedScan scan, SliceImages images, BeamIntervals beam, ClockCorrection clock) {}

  /** Scans with clocks that agree. */
  public CineScan scan(CineProtocol protocol) {
    return scan(protocol, ClockCorrection.NONE);
  }

  /** Scans with a scanner's clock that differs from the trace's. */
  public CineScan scan(CineProtocol protocol, ClockCorrection clock) {
    List<CouchPosition> stops = new ArrayList<>();
    List<TimeInterval> beams = new ArrayList<>();
    List<TimedSlice> all = new ArrayList<>();
    for (int stop = 0; stop < protocol.couchPositions(); stop++) {
      double beamStart = protocol.beamStartS(stop);
      beams.add(new TimeInterval(beamStart, beamStart + protocol.beamS()));
      List<Acquisition> acquisitions = new ArrayList<>();
      for (int a = 0; a < protocol.acquisitions(); a++) {
        double mid = clock.toScanS(beamStart + protocol.rotationS() / 2 + a * protocol.intervalS());
        List<TimedSlice> slab = new ArrayList<>();
        for (int s = 0; s < protocol.slicesPerPosition(); s++) {
          int place = stop * protocol.slicesPerPosition() + s;
          double position = protocol.firstPositionMm() + place * protocol.sliceMm();
          var slice = new TimedSlice(all.size(), position, mid);
          slab.add(slice);
          all.add(slice);
        }
        acquisitions.add(new Acquisition(mid, slab));
      }
      stops.add(new CouchPosition(acquisitions));
    }
    var scan = new TimedScan(protocol.geometry(), protocol.sliceMm(), protocol.rotationS(), stops);
    return new CineScan(
        scan,
        (image, hu) -> render(protocol, clock, all.get(image), hu),
        new BeamIntervals(beams),
        clock);
  }

  private void render(CineProtocol protocol, ClockCorrection clock, TimedSlice slice, short[] hu) {
    slices.render(
        protocol.geometry(),
        new SliceSimulator.Slice(
            slice.image(),
            slice.positionMm(),
            protocol.sliceMm(),
            clock.toTraceS(slice.midTimeS()),
            protocol.rotationS()),
        hu,
        0);
  }
}
