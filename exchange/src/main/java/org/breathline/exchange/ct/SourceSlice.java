package org.breathline.exchange.ct;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;

/**
 * A source slice opened to be written again under another header: its pixels are read once, and
 * kept exactly as stored where they are native, so that a copy equals the source voxel for voxel.
 */
public final class SourceSlice {

  private final CtImage image;
  private final BulkData pixels;

  private SourceSlice(CtImage image, BulkData pixels) {
    this.image = image;
    this.pixels = pixels;
  }

  /** Opens a slice. */
  public static SourceSlice open(CtSlice slice) throws IOException {
    DicomFile file = DicomReader.read(slice.file());
    CtImage onDisk = CtImage.of(file);
    Dataset dataset = file.dataset();
    byte[] bytes;
    if (dataset.find(Tag.PIXEL_DATA).orElse(null) instanceof BulkElement bulk
        && bulk.data().length() >= onDisk.format().frameBytes()) {
      bytes = new byte[Math.toIntExact(onDisk.format().frameBytes())];
      bulk.data().read(0, bytes, 0, bytes.length);
    } else {
      bytes = decoded(onDisk);
      dataset.setInteger(Tag.HIGH_BIT, onDisk.format().bitsStored() - 1);
    }
    BulkData pixels = new BulkData.InMemory(bytes);
    dataset.put(new BulkElement(Tag.PIXEL_DATA, Vr.OW, pixels));
    return new SourceSlice(CtImage.of(file), pixels);
  }

  private static byte[] decoded(CtImage image) throws IOException {
    short[] stored = new short[image.columns() * image.rows()];
    image.readStored(stored);
    ByteBuffer bytes = ByteBuffer.allocate(2 * stored.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asShortBuffer().put(stored);
    return bytes.array();
  }

  /** The header. */
  public Dataset header() {
    return image.dataset();
  }

  /** The pixel data, native and little endian. */
  public BulkData pixels() {
    return pixels;
  }

  /** The Hounsfield units: columns x rows values, rows one after the other. */
  public void readHu(short[] hu) throws IOException {
    image.readHu(hu);
  }
}
