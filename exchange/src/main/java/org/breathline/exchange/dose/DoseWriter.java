package org.breathline.exchange.dose;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DecimalString;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.ct.StudyHeader;

/**
 * Writes RT Doses (PS3.3, A.18): physical dose in Gy on a grid, 32 bits, with the plan it is of
 * and, where wanted, histograms. Explicit VR: with the other, whether a cell has two bytes or four
 * is a matter of interpretation.
 */
public final class DoseWriter {

  /** Half of the range, so that programs that take the cells as signed read them too. */
  private static final long HIGHEST = Integer.MAX_VALUE;

  private static final double HISTOGRAM_STEP_GY = 0.05;

  /** A decimal string in explicit VR holds 64 KiB, which is 16 bytes each for so many volumes. */
  private static final int MOST_STEPS = 2000;

  private static final int LONG_STRING = 64;

  private DoseWriter() {}

  /**
   * Writes a file.
   *
   * @param dose Gy, at least 0
   * @param histograms by the number of the structure; may be empty
   * @return the SOP Instance UID of the dose
   * @throws IllegalArgumentException if a dose is negative or not finite, the grid is too large for
   *     one object, or there are histograms and no structure set
   */
  public static String write(
      Path file,
      DoseContext context,
      FloatVolume dose,
      Map<Integer, DoseVolumeHistogram> histograms)
      throws IOException {
    Dataset object = compose(context, dose, histograms);
    DicomWriter.write(file, object);
    return object.requireString(Tag.SOP_INSTANCE_UID);
  }

  /**
   * Composes the data set. The same dose in the same context has the same UIDs.
   *
   * @throws IllegalArgumentException as {@link #write} does
   */
  public static Dataset compose(
      DoseContext context, FloatVolume dose, Map<Integer, DoseVolumeHistogram> histograms) {
    Dataset object = StudyHeader.of(context.header());
    if (!object.contains(Tag.FRAME_OF_REFERENCE_UID)) {
      String study = context.header().string(Tag.STUDY_INSTANCE_UID).orElse("");
      object.setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName(study + "|frame"));
    }
    String date = DicomDate.format(context.created().toLocalDate());
    String time = DicomTime.format(context.created().toLocalTime().toNanoOfDay() / 1e9);
    object.setString(Tag.SOP_CLASS_UID, SopClass.RT_DOSE);
    object.setString(Tag.MODALITY, "RTDOSE");
    object.setInteger(Tag.SERIES_NUMBER, 1);
    object.setString(Tag.SERIES_DESCRIPTION, context.description());
    object.setString(Tag.OPERATORS_NAME);
    object.setString(Tag.INSTANCE_CREATION_DATE, date);
    object.setString(Tag.INSTANCE_CREATION_TIME, time);
    object.setInteger(Tag.INSTANCE_NUMBER, 1);
    setGrid(object, dose.grid());
    byte[] cells = setValues(object, dose);
    object.setString(Tag.DOSE_UNITS, "GY");
    object.setString(Tag.DOSE_TYPE, "PHYSICAL");
    object.setString(Tag.DOSE_SUMMATION_TYPE, context.summation().name());
    object.setString(Tag.TISSUE_HETEROGENEITY_CORRECTION, "IMAGE");
    if (!context.comment().isBlank()) {
      String plain = context.comment().replace('\\', '/');
      object.setString(
          RadiotherapyTag.DOSE_COMMENT,
          plain.length() <= LONG_STRING ? plain : plain.substring(0, LONG_STRING));
    }
    object.setItems(Tag.REFERENCED_RT_PLAN_SEQUENCE, List.of(plan(context)));
    setHistograms(object, context, histograms);
    String made =
        String.join(
            "|",
            "dose",
            context.planUid(),
            context.summation().name(),
            context.beamNumber().toString(),
            context.created().toString(),
            dose.grid().origin().toString(),
            UUID.nameUUIDFromBytes(cells).toString());
    object.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    object.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
    return object;
  }

  private static void setGrid(Dataset object, Grid grid) {
    Vector3 row = grid.orientation().row();
    Vector3 column = grid.orientation().column();
    Vector3 origin = grid.origin();
    object.setDecimal(Tag.IMAGE_POSITION_PATIENT, origin.x(), origin.y(), origin.z());
    object.setDecimal(
        Tag.IMAGE_ORIENTATION_PATIENT,
        row.x(),
        row.y(),
        row.z(),
        column.x(),
        column.y(),
        column.z());
    object.setDecimal(Tag.PIXEL_SPACING, grid.spacing().y(), grid.spacing().x());
    object.setDecimal(Tag.SLICE_THICKNESS, grid.spacing().z());
    object.setInteger(Tag.ROWS, grid.ny());
    object.setInteger(Tag.COLUMNS, grid.nx());
    object.setInteger(Tag.NUMBER_OF_FRAMES, grid.nz());
    object.setInteger(Tag.FRAME_INCREMENT_POINTER, Tag.GRID_FRAME_OFFSET_VECTOR);
    double[] offsets = new double[grid.nz()];
    Arrays.setAll(offsets, k -> k * grid.spacing().z());
    object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, offsets);
  }

  private static byte[] setValues(Dataset object, FloatVolume dose) {
    if ((long) dose.grid().size() * Integer.BYTES > Integer.MAX_VALUE - 16) {
      throw new IllegalArgumentException(
          "a dose of %d voxels does not fit one object".formatted(dose.grid().size()));
    }
    double highest = 0;
    for (float value : dose.values()) {
      if (!(value >= 0) || !Float.isFinite(value)) {
        throw new IllegalArgumentException("a dose of " + value + " Gy");
      }
      highest = Math.max(highest, value);
    }
    // The factor as it will be read: its text has 16 characters.
    double exact = highest == 0 ? 1 : highest / HIGHEST;
    double scaling = DecimalString.parse(DecimalString.format(exact));
    byte[] cells = new byte[dose.grid().size() * Integer.BYTES];
    ByteBuffer words = ByteBuffer.wrap(cells).order(ByteOrder.LITTLE_ENDIAN);
    for (float value : dose.values()) {
      words.putInt((int) Math.min(HIGHEST, Math.round(value / scaling)));
    }
    object.setInteger(Tag.SAMPLES_PER_PIXEL, 1);
    object.setString(Tag.PHOTOMETRIC_INTERPRETATION, "MONOCHROME2");
    object.setInteger(Tag.BITS_ALLOCATED, 32);
    object.setInteger(Tag.BITS_STORED, 32);
    object.setInteger(Tag.HIGH_BIT, 31);
    object.setInteger(Tag.PIXEL_REPRESENTATION, 0);
    object.setDecimal(Tag.DOSE_GRID_SCALING, scaling);
    object.setBytes(Tag.PIXEL_DATA, Vr.OW, cells);
    return cells;
  }

  private static Dataset plan(DoseContext context) {
    Dataset plan =
        new Dataset()
            .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.RT_PLAN)
            .setString(Tag.REFERENCED_SOP_INSTANCE_UID, context.planUid());
    if (context.beamNumber().isPresent()) {
      Dataset beam =
          new Dataset()
              .setInteger(RadiotherapyTag.REFERENCED_BEAM_NUMBER, context.beamNumber().getAsInt());
      Dataset group =
          new Dataset()
              .setItems(RadiotherapyTag.REFERENCED_BEAM_SEQUENCE, List.of(beam))
              .setInteger(RadiotherapyTag.REFERENCED_FRACTION_GROUP_NUMBER, 1);
      plan.setItems(RadiotherapyTag.REFERENCED_FRACTION_GROUP_SEQUENCE, List.of(group));
    }
    return plan;
  }

  private static void setHistograms(
      Dataset object, DoseContext context, Map<Integer, DoseVolumeHistogram> histograms) {
    if (histograms.isEmpty()) {
      return;
    }
    String structures =
        context
            .structureSetUid()
            .orElseThrow(() -> new IllegalArgumentException("histograms need their structure set"));
    object.setItems(
        Tag.REFERENCED_STRUCTURE_SET_SEQUENCE,
        List.of(
            new Dataset()
                .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.RT_STRUCTURE_SET)
                .setString(Tag.REFERENCED_SOP_INSTANCE_UID, structures)));
    List<Dataset> items = new ArrayList<>();
    histograms.forEach((number, histogram) -> items.add(histogram(number, histogram)));
    object.setItems(RadiotherapyTag.DVH_SEQUENCE, items);
  }

  private static Dataset histogram(int structure, DoseVolumeHistogram histogram) {
    double step =
        Math.max(HISTOGRAM_STEP_GY, Math.ceil(histogram.maximumGy() / MOST_STEPS * 100) / 100);
    double[] volumes = histogram.cumulativeMl(step);
    double[] data = new double[2 * volumes.length];
    for (int i = 0; i < volumes.length; i++) {
      data[2 * i] = step;
      data[2 * i + 1] = Math.rint(volumes[i] * 1e6) / 1e6;
    }
    return new Dataset()
        .setString(RadiotherapyTag.DVH_TYPE, "CUMULATIVE")
        .setString(Tag.DOSE_UNITS, "GY")
        .setString(Tag.DOSE_TYPE, "PHYSICAL")
        .setDecimal(RadiotherapyTag.DVH_DOSE_SCALING, 1)
        .setString(RadiotherapyTag.DVH_VOLUME_UNITS, "CM3")
        .setInteger(RadiotherapyTag.DVH_NUMBER_OF_BINS, volumes.length)
        .setDecimal(RadiotherapyTag.DVH_DATA, data)
        .setItems(
            RadiotherapyTag.DVH_REFERENCED_ROI_SEQUENCE,
            List.of(
                new Dataset()
                    .setString(RadiotherapyTag.DVH_ROI_CONTRIBUTION_TYPE, "INCLUDED")
                    .setInteger(Tag.REFERENCED_ROI_NUMBER, structure)))
        .setDecimal(RadiotherapyTag.DVH_MINIMUM_DOSE, histogram.minimumGy())
        .setDecimal(RadiotherapyTag.DVH_MAXIMUM_DOSE, histogram.maximumGy())
        .setDecimal(RadiotherapyTag.DVH_MEAN_DOSE, histogram.meanGy());
  }
}
