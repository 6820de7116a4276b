package org.breathline.core.scan;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;

/**
 * What all slices of a scan share: the pixel matrix and where its rows and columns lie. A slice's
 * place along the normal is its {@code positionMm}, so that pixel (0, 0) of a slice is centred at
 * {@code inPlaneOrigin + positionMm * normal}.
 *
 * @param columns pixels in a row
 * @param rows pixels in a column
 * @param columnSpacingMm distance between neighbouring columns (second value of DICOM (0028,0030))
 * @param rowSpacingMm distance between neighbouring rows (first value of (0028,0030))
 * @param inPlaneOrigin the part of ImagePositionPatient that lies in the slice plane, mm
 * @param orientation rows, columns and normal
 */
public record SliceGeometry(
    int columns,
    int rows,
    double columnSpacingMm,
    double rowSpacingMm,
    Vector3 inPlaneOrigin,
    Orientation orientation) {

  /** The pixels of a slice. */
  public int size() {
    return columns * rows;
  }

  /** The centre of pixel (0, 0) of the slice at a position: ImagePositionPatient. */
  public Vector3 origin(double positionMm) {
    return inPlaneOrigin.plus(orientation.normal().times(positionMm));
  }

  /** The grid of a stack of slices. */
  public Grid stack(double firstPositionMm, double spacingMm, int slices) {
    return new Grid(
        columns,
        rows,
        slices,
        origin(firstPositionMm),
        new Vector3(columnSpacingMm, rowSpacingMm, spacingMm),
        orientation);
  }
}
