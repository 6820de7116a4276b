package org.breathline.study.target;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.exchange.structure.StructureSetWriter;

/** A phantom's 4DCT as DICOM, with the tumour of one phase drawn in a structure set. */
final class PhantomFourDct {

  static final double REFERENCE_PERCENT = 50;
  static final Grid GRID =
      new Grid(
          128, 92, 62, new Vector3(-190.5, -136.5, -96), new Vector3(3, 3, 4), Orientation.AXIAL);

  private static final int PHASES = 4;
  private static final double LAG_PERCENT = 12.5;

  private final Phantom phantom;

  PhantomFourDct(TumourSite site, double diameterMm) {
    this.phantom =
        new Phantom(
            3, MotionParameters.ofMeanLandmark(6), Optional.of(new Tumour(site, diameterMm)));
  }

  private static double percent(int phase) {
    return 100.0 * phase / PHASES;
  }

  private static MotionState state(double percent) {
    return new MotionState(amplitude(percent), amplitude(percent - LAG_PERCENT));
  }

  private static double amplitude(double percent) {
    return 0.5 + 0.5 * Math.cos(2 * Math.PI * percent / 100);
  }

  /** The tumour of all phases. */
  RunLengthMask union() {
    RunLengthMask union = RunLengthMask.empty(GRID);
    for (int p = 0; p < PHASES; p++) {
      BitSet mask = phantom.mask(GRID, state(percent(p)), Organ.TUMOUR);
      union = union.union(RunLengthMask.of(GRID, mask::get));
    }
    return union;
  }

  /** Writes the phases and the structure set of the reference phase beside them. */
  void write(Path scan, Path structures) throws IOException {
    for (int p = 0; p < PHASES; p++) {
      ShortVolume volume = phantom.volume(GRID, state(percent(p)), 12, p);
      List<CtSlice> slices = writePhase(scan, percent(p), volume);
      if (percent(p) == REFERENCE_PERCENT) {
        writeStructures(structures, slices);
      }
    }
  }

  private static List<CtSlice> writePhase(Path scan, double percent, ShortVolume volume)
      throws IOException {
    List<CtSlice> slices = new ArrayList<>();
    Path folder = Files.createDirectories(scan.resolve("%02.0f".formatted(percent)));
    for (int k = 0; k < GRID.nz(); k++) {
      Dataset image = header(percent, k);
      ByteBuffer pixels = ByteBuffer.allocate(2 * GRID.sliceSize()).order(ByteOrder.LITTLE_ENDIAN);
      pixels.asShortBuffer().put(volume.values(), k * GRID.sliceSize(), GRID.sliceSize());
      image.setBytes(Tag.PIXEL_DATA, Vr.OW, pixels.array());
      Path file = folder.resolve("%03d.dcm".formatted(k));
      DicomWriter.write(file, image);
      slices.add(CtSlice.of(file, CtImage.of(DicomReader.read(file))));
    }
    return slices;
  }

  private static Dataset header(double percent, int k) {
    Dataset image = new Dataset();
    image.setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE);
    image.setString(Tag.SOP_INSTANCE_UID, Uid.fromName("phantom " + percent + " " + k));
    image.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName("phantom " + percent));
    image.setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("phantom study"));
    image.setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("phantom frame"));
    image.setString(Tag.PATIENT_NAME, "Phantom");
    image.setString(Tag.PATIENT_ID, "P3");
    image.setString(Tag.MODALITY, "CT");
    image.setString(Tag.SERIES_DESCRIPTION, "Gated, %.1f%%".formatted(percent));
    image.setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL");
    image.setInteger(Tag.INSTANCE_NUMBER, k + 1);
    Vector3 corner = GRID.point(0, 0, k);
    image.setDecimal(Tag.IMAGE_POSITION_PATIENT, corner.x(), corner.y(), corner.z());
    image.setDecimal(Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, 1, 0);
    image.setDecimal(Tag.PIXEL_SPACING, GRID.spacing().y(), GRID.spacing().x());
    image.setDecimal(Tag.SLICE_THICKNESS, GRID.spacing().z());
    image.setInteger(Tag.SAMPLES_PER_PIXEL, 1);
    image.setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    image.setInteger(Tag.ROWS, GRID.ny());
    image.setInteger(Tag.COLUMNS, GRID.nx());
    image.setInteger(Tag.BITS_ALLOCATED, 16);
    image.setInteger(Tag.BITS_STORED, 16);
    image.setInteger(Tag.HIGH_BIT, 15);
    image.setInteger(Tag.PIXEL_REPRESENTATION, 1);
    image.setDecimal(Tag.RESCALE_INTERCEPT, 0);
    image.setDecimal(Tag.RESCALE_SLOPE, 1);
    return image;
  }

  private void writeStructures(Path file, List<CtSlice> slices) throws IOException {
    BitSet wall = phantom.mask(GRID, state(REFERENCE_PERCENT), Organ.WALL);
    StructureSetContext context =
        new StructureSetContext(
            "DRAWN",
            "Tumour and wall",
            slices,
            DicomReader.readHeader(slices.getFirst().file()).dataset(),
            StructureSetContext.Algorithm.MANUAL,
            LocalDateTime.of(2026, 1, 2, 3, 4, 5));
    StructureSetWriter.write(
        file,
        context,
        List.of(
            Structure.of(3, "GTV lung", StructureType.GTV, ContourTracer.trace(ball())),
            Structure.of(
                5,
                "Wall",
                StructureType.ORGAN,
                ContourTracer.traceWithKeyholes(LevelSet.of(RunLengthMask.of(GRID, wall::get))))));
  }

  private LevelSet ball() {
    Vector3 centre = phantom.tumourCentre(state(REFERENCE_PERCENT)).orElseThrow();
    double radius = phantom.tumour().orElseThrow().radiusMm();
    float[] values = new float[GRID.size()];
    for (int k = 0; k < GRID.nz(); k++) {
      for (int j = 0; j < GRID.ny(); j++) {
        for (int i = 0; i < GRID.nx(); i++) {
          values[GRID.offset(i, j, k)] =
              (float) (GRID.point(i, j, k).minus(centre).length() - radius);
        }
      }
    }
    return new LevelSet(GRID, GridBox.all(GRID), values, 100);
  }
}
