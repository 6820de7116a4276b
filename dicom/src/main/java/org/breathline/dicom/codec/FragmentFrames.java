package org.breathline.dicom.codec;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.EncapsulatedElement;
import org.breathline.dicom.data.Tag;

/**
 * Which fragments make up which frame (PS3.5, A.4): by the extended or the basic offset table, or,
 * where both are empty, by their number, or by the images' first bytes.
 */
final class FragmentFrames {

  private static final int ITEM_HEADER_BYTES = 8;

  private FragmentFrames() {}

  static List<List<BulkData>> of(Dataset dataset, EncapsulatedElement pixels, int frames)
      throws DicomException {
    List<BulkData> fragments = pixels.fragments();
    if (fragments.size() < frames) {
      throw dataset.problem(
          Tag.PIXEL_DATA,
          "expected at least %d fragments for as many frames, found %d"
              .formatted(frames, fragments.size()));
    }
    if (frames == 1) {
      return List.of(fragments);
    }
    if (fragments.size() == frames) {
      return fragments.stream().map(List::of).toList();
    }
    List<Long> offsets = extendedTable(dataset);
    if (offsets.isEmpty()) {
      offsets = pixels.offsetTable();
    }
    List<List<BulkData>> result =
        offsets.isEmpty() ? byFirstBytes(dataset, fragments) : byOffsets(fragments, offsets);
    if (result.size() != frames || result.stream().anyMatch(List::isEmpty)) {
      throw dataset.problem(
          Tag.PIXEL_DATA,
          "expected %d frames, the fragments make up %d".formatted(frames, result.size()));
    }
    return result;
  }

  private static List<Long> extendedTable(Dataset dataset) throws DicomException {
    List<Long> offsets = new ArrayList<>();
    BulkData table = dataset.bulk(Tag.EXTENDED_OFFSET_TABLE).orElse(null);
    if (table != null) {
      try {
        ByteBuffer bytes = ByteBuffer.wrap(table.readAll()).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.remaining() >= 8) {
          offsets.add(bytes.getLong());
        }
      } catch (IOException e) {
        throw dataset.problem(Tag.EXTENDED_OFFSET_TABLE, "the table cannot be read");
      }
    }
    return offsets;
  }

  private static List<List<BulkData>> byOffsets(List<BulkData> fragments, List<Long> offsets) {
    List<List<BulkData>> frames = new ArrayList<>();
    long offset = 0;
    for (BulkData fragment : fragments) {
      if (frames.size() < offsets.size() && offset == offsets.get(frames.size())) {
        frames.add(new ArrayList<>());
      }
      if (!frames.isEmpty()) {
        frames.getLast().add(fragment);
      }
      offset += ITEM_HEADER_BYTES + fragment.length();
    }
    return frames;
  }

  /** A JPEG image starts with FFD8, a JPEG 2000 codestream with FF4F. */
  private static List<List<BulkData>> byFirstBytes(Dataset dataset, List<BulkData> fragments)
      throws DicomException {
    List<List<BulkData>> frames = new ArrayList<>();
    byte[] first = new byte[2];
    for (BulkData fragment : fragments) {
      try {
        if (fragment.length() >= 2) {
          fragment.read(0, first, 0, 2);
          boolean starts = first[0] == -1 && (first[1] == (byte) 0xD8 || first[1] == 0x4F);
          if (starts || frames.isEmpty()) {
            frames.add(new ArrayList<>());
          }
        }
      } catch (IOException e) {
        throw dataset.problem(Tag.PIXEL_DATA, "a fragment cannot be read");
      }
      if (!frames.isEmpty()) {
        frames.getLast().add(fragment);
      }
    }
    return frames;
  }
}
