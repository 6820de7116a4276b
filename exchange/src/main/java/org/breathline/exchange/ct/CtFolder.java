package org.breathline.exchange.ct;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.NotDicomException;
import org.breathline.dicom.iod.CtImage;

/** Reads the headers of the CT images of a folder and the folders in it, on all processors. */
public final class CtFolder {

  /**
   * What a folder holds.
   *
   * @param slices the CT images in the order of their paths
   * @param otherObjects DICOM files that are no CT image: waveforms, structure sets, DICOMDIRs, ...
   * @param otherFiles files that are no DICOM
   * @param damaged CT or DICOM files that cannot be understood, each saying why
   */
  public record Contents(
      List<CtSlice> slices, int otherObjects, int otherFiles, List<IOException> damaged) {

    /** Copies the lists. */
    public Contents {
      slices = List.copyOf(slices);
      damaged = List.copyOf(damaged);
    }
  }

  /** What a file is. */
  sealed interface Header {
    record Ct(CtSlice slice) implements Header {}

    record OtherObject() implements Header {}

    record OtherFile() implements Header {}

    record Damaged(IOException why) implements Header {}

    /** What a file is that could not be read as DICOM. */
    static Header of(IOException why) {
      return why instanceof NotDicomException ? new OtherFile() : new Damaged(why);
    }
  }

  private CtFolder() {}

  /**
   * Reads headers; pixel data stay where they are.
   *
   * @param folder a folder, or a single file
   * @throws IOException if the folder cannot be walked
   */
  public static Contents read(Path folder, Progress progress) throws IOException {
    return contents(InParallel.map(files(folder), CtFolder::header, "reading headers", progress));
  }

  /** All files in a folder and the folders in it, in the order of their paths. */
  static List<Path> files(Path folder) throws IOException {
    // A walk that begins at a link would end there.
    Path start = Files.isSymbolicLink(folder) ? folder.toRealPath() : folder;
    try (Stream<Path> walk = Files.walk(start)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** What the files of a folder amount to. */
  static Contents contents(List<Header> headers) {
    List<CtSlice> slices = new ArrayList<>(headers.size());
    List<IOException> damaged = new ArrayList<>();
    int otherObjects = 0;
    int otherFiles = 0;
    for (Header header : headers) {
      switch (header) {
        case Header.Ct(CtSlice slice) -> slices.add(slice);
        case Header.OtherObject _ -> otherObjects++;
        case Header.OtherFile _ -> otherFiles++;
        case Header.Damaged(IOException why) -> damaged.add(why);
      }
    }
    return new Contents(slices, otherObjects, otherFiles, damaged);
  }

  /** Whether a file is a classic CT image. */
  static boolean isCtImage(DicomFile file) {
    return file.dataset().string(Tag.SOP_CLASS_UID).filter(SopClass.CT_IMAGE::equals).isPresent();
  }

  private static Header header(Path path) {
    try {
      DicomFile file = DicomReader.read(path);
      return isCtImage(file)
          ? new Header.Ct(CtSlice.of(path, CtImage.of(file)))
          : new Header.OtherObject();
    } catch (IOException e) {
      return Header.of(e);
    }
  }
}
