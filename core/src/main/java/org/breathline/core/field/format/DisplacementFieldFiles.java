package org.breathline.core.field.format;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.format.VolumeFileException;
import org.breathline.core.image.format.VolumeFiles;

/**
 * Reads and writes displacement fields as MetaImage (.mha, .mhd) and NRRD (.nrrd, .nhdr) files of
 * three samples a voxel. ITK, plastimatch ({@code warp --xf}), elastix and 3D Slicer mean the same
 * by them: the image on the field's grid takes at x what the other image has at x + u(x), in LPS
 * and millimetres.
 */
public final class DisplacementFieldFiles {

  private DisplacementFieldFiles() {}

  /**
   * Reads a field; the content decides the format, not the name.
   *
   * @throws VolumeFileException if it is no such file, or a displacement in it is no number
   * @throws IOException if it cannot be read
   */
  public static DisplacementField read(Path file) throws IOException {
    List<FloatVolume> components = VolumeFiles.readVectors(file);
    for (FloatVolume component : components) {
      requireFinite(component, file);
    }
    FloatVolume left = components.getFirst();
    return new DisplacementField(
        left.grid(), left.values(), components.get(1).values(), components.get(2).values());
  }

  private static void requireFinite(FloatVolume component, Path file) throws VolumeFileException {
    Grid grid = component.grid();
    for (int offset = 0; offset < grid.size(); offset++) {
      if (!Float.isFinite(component.at(offset))) {
        throw new VolumeFileException(
            String.valueOf(file.getFileName()),
            "expected finite displacements; the one of voxel %d, %d, %d is not"
                .formatted(
                    offset % grid.nx(), offset / grid.nx() % grid.ny(), offset / grid.sliceSize()));
      }
    }
  }

  /**
   * Writes a field in single precision. The file appears whole or not at all.
   *
   * @param file its ending decides the format: .mha, .mhd, .nrrd or .nhdr; with .mhd and .nhdr the
   *     samples go into a file of the same name that ends in .raw. Files that are there are
   *     replaced.
   * @throws IllegalArgumentException if the ending is another
   * @throws IOException if it cannot be written
   */
  public static void write(DisplacementField field, Path file) throws IOException {
    write(field, "", file);
  }

  /**
   * As {@link #write(DisplacementField, Path)}, with a comment in the header.
   *
   * @param comment one line for a reader of at most {@link VolumeFiles#LONGEST_COMMENT} characters
   */
  public static void write(DisplacementField field, String comment, Path file) throws IOException {
    Grid grid = field.grid();
    VolumeFiles.writeVectors(
        new FloatVolume(grid, field.x()),
        new FloatVolume(grid, field.y()),
        new FloatVolume(grid, field.z()),
        comment,
        file);
  }
}
