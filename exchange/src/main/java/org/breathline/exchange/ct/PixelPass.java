package org.breathline.exchange.ct;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.iod.CtImage;

/**
 * One pass over the pixels of many slices whose headers are known, each file read once, on all
 * processors. {@link FolderPass} reads headers and pixels together.
 */
public final class PixelPass {

  /** Receives the Hounsfield units of every slice, from several threads at once. */
  @FunctionalInterface
  public interface Visitor {

    /**
     * Looks at a slice.
     *
     * @param number its number in the list
     * @param hu columns x rows values; only valid during the call
     */
    void visit(int number, short[] hu);
  }

  private PixelPass() {}

  /**
   * Reads every slice.
   *
   * @return a digest of what the files hold, see {@link FolderPass.Seen#digest}
   * @throws IOException if a file cannot be read or has changed since its header was read
   */
  public static String over(List<CtSlice> slices, Visitor visitor, Progress progress)
      throws IOException {
    ThreadLocal<SliceContent> contents = ThreadLocal.withInitial(SliceContent::new);
    return Checksums.digest(
        InParallel.map(
            IntStream.range(0, slices.size()).boxed().toList(),
            number -> read(contents.get(), number, slices.get(number), visitor),
            "reading slices",
            progress));
  }

  private static String read(SliceContent content, int number, CtSlice slice, Visitor visitor)
      throws IOException {
    CtImage image = CtImage.of(content.read(slice.file()));
    if (image.columns() != slice.geometry().columns() || image.rows() != slice.geometry().rows()) {
      throw new DicomException(slice.file(), -1, null, "the file has changed while being read");
    }
    visitor.visit(number, content.hu(image));
    return content.checksum();
  }
}
