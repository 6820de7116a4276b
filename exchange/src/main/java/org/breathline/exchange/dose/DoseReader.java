package org.breathline.exchange.dose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.image.FloatVolume;
import org.breathline.dicom.codec.PixelFrames;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;

/**
 * Reads RT Doses on a grid, in Gy, of 16 or 32 bits, with frame offsets in either form. Histograms
 * in them are not read: they are another program's reading of the same dose.
 */
public final class DoseReader {

  private static final int WORD = 16;

  private static final long UNSIGNED = 0xFFFFFFFFL;

  private DoseReader() {}

  /**
   * Reads a file.
   *
   * @throws DicomException if the file is damaged, no RT Dose, not in Gy, or its frames are not
   *     evenly spaced
   * @throws IOException if the file cannot be read
   */
  public static RtDose read(Path file) throws IOException {
    return of(DicomReader.read(file));
  }

  /**
   * Reads a file that is in memory.
   *
   * @throws DicomException as {@link #read} does
   */
  public static RtDose of(DicomFile file) throws IOException {
    Dataset object = file.dataset();
    if (!object.string(Tag.SOP_CLASS_UID).orElse("").equals(SopClass.RT_DOSE)) {
      throw object.problem(Tag.SOP_CLASS_UID, "expected an RT Dose");
    }
    if (!object.string(Tag.DOSE_UNITS).orElse("GY").equals("GY")) {
      throw object.problem(Tag.DOSE_UNITS, "expected a dose in Gy, not a relative one");
    }
    if (object.string(Tag.DOSE_TYPE).orElse("PHYSICAL").equals("ERROR")) {
      throw object.problem(Tag.DOSE_TYPE, "expected a dose, not a difference of doses");
    }
    DoseFrames frames = DoseFrames.of(object, PixelFrames.of(file).format());
    FloatVolume dose = values(file, frames);
    List<String> plans = new ArrayList<>();
    List<Integer> beams = new ArrayList<>();
    for (Dataset plan : object.items(Tag.REFERENCED_RT_PLAN_SEQUENCE)) {
      plan.string(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(plans::add);
      for (Dataset group : plan.items(RadiotherapyTag.REFERENCED_FRACTION_GROUP_SEQUENCE)) {
        for (Dataset beam : group.items(RadiotherapyTag.REFERENCED_BEAM_SEQUENCE)) {
          beams.add(beam.requireInteger(RadiotherapyTag.REFERENCED_BEAM_NUMBER));
        }
      }
    }
    return new RtDose(
        dose,
        summation(object.string(Tag.DOSE_SUMMATION_TYPE).orElse("")),
        object.requireString(Tag.SOP_INSTANCE_UID),
        plans,
        beams,
        object.string(Tag.PATIENT_ID),
        object.string(Tag.FRAME_OF_REFERENCE_UID).orElse(""));
  }

  private static DoseSummation summation(String term) {
    for (DoseSummation summation : DoseSummation.values()) {
      if (summation.name().equals(term)) {
        return summation;
      }
    }
    return DoseSummation.OTHER;
  }

  private static FloatVolume values(DicomFile file, DoseFrames frames) throws IOException {
    Dataset object = file.dataset();
    double scaling = object.requireDecimal(Tag.DOSE_GRID_SCALING);
    if (!(scaling >= 0) || !Double.isFinite(scaling)) {
      throw object.problem(Tag.DOSE_GRID_SCALING, "expected a factor of at least 0");
    }
    PixelFrames pixels = PixelFrames.of(file);
    int bits = pixels.format().bitsAllocated();
    if (pixels.format().samplesPerPixel() != 1 || (bits != WORD && bits != 2 * WORD)) {
      throw object.problem(Tag.BITS_ALLOCATED, "expected one sample of 16 or 32 bits");
    }
    int count = pixels.count();
    // Read the first frame before all are allocated: a wrong count fails here.
    pixels.read(count - 1);
    float[] values = new float[frames.grid().size()];
    int slice = frames.grid().sliceSize();
    for (int frame = 0; frame < count; frame++) {
      ByteBuffer cells = ByteBuffer.wrap(pixels.read(frame)).order(ByteOrder.LITTLE_ENDIAN);
      int at = frames.slice(frame) * slice;
      for (int i = 0; i < slice; i++) {
        long stored =
            bits == WORD ? Short.toUnsignedInt(cells.getShort()) : cells.getInt() & UNSIGNED;
        values[at + i] = (float) (stored * scaling);
      }
    }
    return new FloatVolume(frames.grid(), values);
  }
}
