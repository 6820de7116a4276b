package org.breathline.study.inspect;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a folder holds; the JSON of {@code info --json}. Nothing in it says whose it is.
 *
 * @param folder as the user named it
 * @param kind what it is
 * @param sentence the same in words
 * @param ctImages CT image files
 * @param otherDicomFiles DICOM files that are no CT image (DICOMDIRs among them), not looked into
 * @param otherFiles files that are no DICOM
 * @param damagedFiles files that should be DICOM and cannot be understood
 * @param patients how many patient identifiers there are
 * @param traces breathing traces found beside the images, by file name
 * @param geometry the image matrix, of the largest group
 * @param phases the breathing phases marked
 * @param amplitudes the amplitude bins marked
 * @param projections projections marked
 * @param scan the unsorted scan, if it is one
 * @param findings what is the matter with it
 */
public record FolderSummary(
    String folder,
    Kind kind,
    String sentence,
    int ctImages,
    int otherDicomFiles,
    int otherFiles,
    List<String> damagedFiles,
    int patients,
    List<String> traces,
    @Nullable Geometry geometry,
    List<Phase> phases,
    List<Group> amplitudes,
    List<Group> projections,
    @Nullable Scan scan,
    List<Finding> findings) {

  /** What a folder can be. */
  public enum Kind {
    UNSORTED_SCAN,
    SORTED_4DCT,
    SORTED_BY_AMPLITUDE,
    SINGLE_CT,
    MIXED_PATIENTS,
    NO_CT
  }

  /**
   * The image matrix.
   *
   * @param columns pixels in a row
   * @param rows pixels in a column
   * @param columnSpacingMm mm
   * @param rowSpacingMm mm
   * @param slicePositions how many different ones
   * @param fromMm the lowest position along the slice normal
   * @param toMm the highest
   */
  public record Geometry(
      int columns,
      int rows,
      double columnSpacingMm,
      double rowSpacingMm,
      int slicePositions,
      double fromMm,
      double toMm) {}

  /**
   * A phase.
   *
   * @param percent 0 to below 100
   * @param images how many slices
   * @param source where the mark was found
   */
  public record Phase(double percent, int images, String source) {}

  /**
   * Images with a label.
   *
   * @param label in words
   * @param images how many
   */
  public record Group(String label, int images) {}

  /**
   * An unsorted scan.
   *
   * @param couchPositions how many
   * @param acquisitionsPerPosition the fewest and the most
   * @param durationS from the first to the last mid-scan time
   * @param rotationS the rotation time; 0 where not written
   * @param clock where the times were found
   */
  public record Scan(
      int couchPositions,
      List<Integer> acquisitionsPerPosition,
      double durationS,
      double rotationS,
      String clock) {}

  /**
   * Something found.
   *
   * @param severity refuse, warn or inform
   * @param message a sentence
   */
  public record Finding(String severity, String message) {}
}
