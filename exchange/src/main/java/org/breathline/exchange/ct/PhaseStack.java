package org.breathline.exchange.ct;

import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;

/**
 * The slices of one volume in the order of their positions, evenly spaced and without a hole.
 *
 * @param slices at least one
 * @param grid where the voxels are
 */
public record PhaseStack(List<CtSlice> slices, Grid grid) {

  /** Positions in files carry about three decimals. */
  private static final double SAME_PLACE_MM = 0.02;

  /** By how much of the spacing a slice may be off its even place. */
  private static final double UNEVEN = 0.05;

  /** Copies the list. */
  public PhaseStack {
    slices = List.copyOf(slices);
  }

  /**
   * Stacks slices.
   *
   * @param unordered the slices of one volume, in any order
   * @param name what they are, for the message: "the 30 % phase"
   * @throws DicomException if there is one doubled, missing, tilted, or of another geometry
   */
  public static PhaseStack of(List<CtSlice> unordered, String name) throws DicomException {
    List<CtSlice> slices =
        unordered.stream().sorted(Comparator.comparingDouble(CtSlice::positionMm)).toList();
    CtSlice first = slices.getFirst();
    SliceGeometry geometry = first.geometry();
    if (!geometry.orientation().isAxial()) {
      throw problem(first, Tag.IMAGE_ORIENTATION_PATIENT, name + " was taken with a tilted gantry");
    }
    double spacingMm =
        slices.size() == 1
            ? 1
            : (slices.getLast().positionMm() - first.positionMm()) / (slices.size() - 1);
    for (int k = 0; k < slices.size(); k++) {
      CtSlice slice = slices.get(k);
      if (!sameGeometry(slice.geometry(), geometry)) {
        throw problem(
            slice, Tag.IMAGE_POSITION_PATIENT, name + " has slices of several geometries");
      }
      if (k > 0 && slice.positionMm() - slices.get(k - 1).positionMm() < SAME_PLACE_MM) {
        throw problem(
            slice,
            Tag.IMAGE_POSITION_PATIENT,
            String.format(Locale.ROOT, "%s has two slices at %.2f mm", name, slice.positionMm()));
      }
    }
    for (int k = 1; k < slices.size(); k++) {
      double step = slices.get(k).positionMm() - slices.get(k - 1).positionMm();
      if (Math.abs(step - spacingMm) > UNEVEN * spacingMm) {
        throw problem(
            slices.get(k),
            Tag.IMAGE_POSITION_PATIENT,
            String.format(
                Locale.ROOT,
                "%s has its slices unevenly spaced or one missing: %.2f mm between %.2f and %.2f mm,"
                    + " %.2f mm on average",
                name,
                step,
                slices.get(k - 1).positionMm(),
                slices.get(k).positionMm(),
                spacingMm));
      }
    }
    return new PhaseStack(slices, geometry.stack(first.positionMm(), spacingMm, slices.size()));
  }

  private static boolean sameGeometry(SliceGeometry a, SliceGeometry b) {
    return a.columns() == b.columns()
        && a.rows() == b.rows()
        && Math.abs(a.columnSpacingMm() - b.columnSpacingMm()) < 1e-4
        && Math.abs(a.rowSpacingMm() - b.rowSpacingMm()) < 1e-4
        && a.inPlaneOrigin().minus(b.inPlaneOrigin()).length() < SAME_PLACE_MM
        && a.orientation().normal().minus(b.orientation().normal()).length() < 1e-3;
  }

  private static DicomException problem(CtSlice slice, int tag, String words) {
    return new DicomException(slice.file(), -1, tag, words);
  }

  /** Reads the Hounsfield units of one slice. */
  public void readHu(int k, short[] hu) throws IOException {
    CtImage.of(DicomReader.read(slices.get(k).file())).readHu(hu);
  }

  /** Reads the whole volume. */
  public ShortVolume load() throws IOException {
    ShortVolume volume = new ShortVolume(grid);
    short[] slice = new short[grid.sliceSize()];
    for (int k = 0; k < slices.size(); k++) {
      readHu(k, slice);
      System.arraycopy(slice, 0, volume.values(), k * grid.sliceSize(), grid.sliceSize());
    }
    return volume;
  }
}
