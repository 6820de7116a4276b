package org.breathline.exchange.ct;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;

/**
 * One pass over a folder that looks at headers and pixels together: each file is read and parsed
 * once, on all processors. Of the pixels only what a {@link Look} makes of them is kept.
 */
public final class FolderPass {

  /** A file larger than this may be anything: what it is is asked before it is read whole. */
  private static final long SURELY_SMALL = 4L << 20;

  /** What is kept of a slice's pixels; asked for from several threads at once. */
  @FunctionalInterface
  public interface Look<R> {

    /**
     * Looks at a slice.
     *
     * @param hu columns x rows Hounsfield units; only valid during the call
     * @param files how many files the folder holds: no fewer than the slices to come
     */
    R at(CtSlice slice, short[] hu, int files);
  }

  /**
   * What was seen.
   *
   * @param <R> what is kept of a slice
   */
  public static final class Seen<R> {

    private final CtFolder.Contents contents;
    private final int files;
    private final IdentityHashMap<CtSlice, SeenSlice<R>> looks;

    private Seen(
        CtFolder.Contents contents, int files, IdentityHashMap<CtSlice, SeenSlice<R>> looks) {
      this.contents = contents;
      this.files = files;
      this.looks = looks;
    }

    /** The headers, and what is no CT image. */
    public CtFolder.Contents contents() {
      return contents;
    }

    /** How many files the folder holds. */
    public int files() {
      return files;
    }

    /** What is kept of one of the {@linkplain CtFolder.Contents#slices slices}. */
    public R of(CtSlice slice) {
      return find(slice).kept();
    }

    /**
     * The SHA-256, in hexadecimal, of lines with the CRC-32C and the length of each file in
     * increasing order: it follows from what the files hold, not from their names (ADR 8).
     *
     * @param slices some of the {@linkplain CtFolder.Contents#slices slices}
     */
    public String digest(List<CtSlice> slices) {
      return Checksums.digest(slices.stream().map(s -> find(s).checksum()).toList());
    }

    private SeenSlice<R> find(CtSlice slice) {
      SeenSlice<R> found = looks.get(slice);
      if (found == null) {
        throw new IllegalArgumentException("no slice of this folder: " + slice);
      }
      return found;
    }
  }

  private record SeenSlice<R>(CtSlice slice, R kept, String checksum) {}

  /** A file's header, and for a CT image what was seen of its pixels. */
  private record SeenFile<R>(CtFolder.Header header, Optional<SeenSlice<R>> slice) {}

  private FolderPass() {}

  /**
   * Reads a folder.
   *
   * @param folder a folder, or a single file
   * @throws IOException if the folder cannot be walked
   */
  public static <R> Seen<R> over(Path folder, Look<R> look, Progress progress) throws IOException {
    List<Path> paths = CtFolder.files(folder);
    ThreadLocal<SliceContent> contents = ThreadLocal.withInitial(SliceContent::new);
    List<SeenFile<R>> seen =
        InParallel.map(
            paths,
            path -> see(contents.get(), path, look, paths.size()),
            "reading slices",
            progress);
    IdentityHashMap<CtSlice, SeenSlice<R>> looks = new IdentityHashMap<>();
    List<CtFolder.Header> headers = new ArrayList<>(seen.size());
    for (SeenFile<R> file : seen) {
      headers.add(file.header());
      file.slice().ifPresent(s -> looks.put(s.slice(), s));
    }
    return new Seen<>(CtFolder.contents(headers), paths.size(), looks);
  }

  private static <R> SeenFile<R> see(SliceContent content, Path path, Look<R> look, int files) {
    try {
      if (path.toFile().length() > SURELY_SMALL && !CtFolder.isCtImage(DicomReader.read(path))) {
        return new SeenFile<>(new CtFolder.Header.OtherObject(), Optional.empty());
      }
      DicomFile file = content.read(path);
      if (!CtFolder.isCtImage(file)) {
        return new SeenFile<>(new CtFolder.Header.OtherObject(), Optional.empty());
      }
      CtImage image = CtImage.of(file);
      CtSlice slice = CtSlice.of(path, image);
      R kept = look.at(slice, content.hu(image), files);
      return new SeenFile<>(
          new CtFolder.Header.Ct(slice),
          Optional.of(new SeenSlice<>(slice, kept, content.checksum())));
    } catch (IOException e) {
      return new SeenFile<>(CtFolder.Header.of(e), Optional.empty());
    }
  }
}
