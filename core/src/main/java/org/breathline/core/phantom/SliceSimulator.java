package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.SliceGeometry;

/** One slice as the scanner acquires it: averaged over a rotation and its thickness, with noise. */
final class SliceSimulator {

  private final Phantom phantom;
  private final BreathingDrive drive;
  private final PhantomImaging imaging;
  private final Noise noise;

  SliceSimulator(Phantom phantom, BreathingDrive drive, PhantomImaging imaging) {
    this.phantom = phantom;
    this.drive = drive;
    this.imaging = imaging;
    this.noise = new Noise(phantom.seed(), imaging.noiseHu());
  }

  /**
   * What is to be acquired.
   *
   * @param image a number of its own, which its noise follows from
   * @param positionMm its middle
   * @param thicknessMm what it is averaged over along the axis
   * @param midTimeS the middle of its acquisition on the trace's clock, seconds
   * @param rotationS what it is averaged over in time, seconds
   */
  record Slice(
      long image, double positionMm, double thicknessMm, double midTimeS, double rotationS) {}

  /** Renders a slice into an array from an offset on, Hounsfield units. */
  void render(SliceGeometry geometry, Slice slice, short[] hu, int offset) {
    int samples = imaging.samples();
    MotionState[] states = new MotionState[samples];
    for (int s = 0; s < samples; s++) {
      double share = (s + 0.5) / samples - 0.5;
      states[s] = drive.stateAt(slice.midTimeS() + share * slice.rotationS());
    }
    float[] values = new float[geometry.size()];
    Vector3 origin = geometry.origin(slice.positionMm());
    double[] offsets = Phantom.thicknessOffsets(samples, slice.thicknessMm());
    phantom.render(geometry, origin, states, offsets, values);
    noise.add(slice.image(), geometry.columns(), geometry.rows(), values);
    Phantom.round(values, hu, offset);
  }
}
