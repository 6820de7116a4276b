package org.breathline.study.phases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.progress.Progress;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.FolderPass;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;

/** Reads the headers of a folder that should hold CT images of one patient. */
public final class PatientSlices {

  private PatientSlices() {}

  /**
   * Reads the CT slices of one patient.
   *
   * @throws UsageException if the folder is not there
   * @throws InputException if a file is damaged, there is no CT, or there is more than one patient
   */
  public static CtFolder.Contents read(Path folder, Progress progress)
      throws IOException, InputException {
    requireThere(folder);
    return checked(CtFolder.read(folder, progress), folder);
  }

  /**
   * Reads the CT slices of one patient, and looks at their pixels on the way: no file is read
   * twice.
   *
   * @throws UsageException if the folder is not there
   * @throws InputException if a file is damaged, there is no CT, or there is more than one patient
   */
  public static <R> FolderPass.Seen<R> look(Path folder, FolderPass.Look<R> look, Progress progress)
      throws IOException, InputException {
    requireThere(folder);
    FolderPass.Seen<R> seen = FolderPass.over(folder, look, progress);
    checked(seen.contents(), folder);
    return seen;
  }

  private static void requireThere(Path folder) {
    if (!Files.exists(folder)) {
      throw new UsageException("The folder " + folder + " is not there.");
    }
  }

  private static CtFolder.Contents checked(CtFolder.Contents contents, Path folder)
      throws InputException {
    if (!contents.damaged().isEmpty()) {
      int others = contents.damaged().size() - 1;
      throw new InputException(
          contents.damaged().getFirst().getMessage()
              + (others == 0 ? "" : " (and " + others + " more files like it)"));
    }
    if (contents.slices().isEmpty()) {
      throw new InputException(
          "%s holds no CT image (%d other DICOM files, %d files that are no DICOM)."
              .formatted(folder, contents.otherObjects(), contents.otherFiles()));
    }
    requireOne(contents.slices(), folder);
    return contents;
  }

  private static void requireOne(List<CtSlice> slices, Path folder) throws InputException {
    long patients = slices.stream().map(CtSlice::patientId).distinct().count();
    if (patients > 1) {
      throw new InputException(
          "%s holds CT images of %d patients; separate them first.".formatted(folder, patients));
    }
    long frames = slices.stream().map(CtSlice::frameOfReferenceUid).distinct().count();
    if (frames > 1) {
      throw new InputException(
          "%s holds CT images of %d frames of reference: they are not of one scan."
              .formatted(folder, frames));
    }
  }
}
