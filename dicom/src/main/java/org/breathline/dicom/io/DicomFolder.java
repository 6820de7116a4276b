package org.breathline.dicom.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;

/** Reads all DICOM files of a folder and the folders in it. */
public final class DicomFolder {

  /**
   * What a folder holds.
   *
   * @param files the DICOM files in the order of their paths
   * @param directories how many files are DICOMDIRs, which only list others
   * @param others how many files are no DICOM files
   * @param damaged the DICOM files that cannot be read, each saying why
   */
  public record Contents(
      List<Entry> files, int directories, int others, List<IOException> damaged) {

    /** Keeps copies. */
    public Contents {
      files = List.copyOf(files);
      damaged = List.copyOf(damaged);
    }
  }

  /**
   * A DICOM file of the folder.
   *
   * @param path where it is
   * @param file what it holds
   */
  public record Entry(Path path, DicomFile file) {}

  private DicomFolder() {}

  /**
   * Reads the files, on all processors.
   *
   * @param folder a folder, or a single file
   * @param options how much of every file is read
   * @throws IOException if the folder cannot be walked
   */
  public static Contents read(Path folder, ReadOptions options) throws IOException {
    List<Path> paths;
    try (Stream<Path> walk = Files.walk(folder)) {
      paths = walk.filter(Files::isRegularFile).sorted().toList();
    }
    try (ExecutorService threads =
        Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors())) {
      List<Future<DicomFile>> reads = new ArrayList<>(paths.size());
      for (Path path : paths) {
        reads.add(threads.submit(() -> DicomReader.read(path, options)));
      }
      return collect(paths, reads);
    }
  }

  private static Contents collect(List<Path> paths, List<Future<DicomFile>> reads)
      throws IOException {
    List<Entry> files = new ArrayList<>();
    List<IOException> damaged = new ArrayList<>();
    int directories = 0;
    int others = 0;
    for (int i = 0; i < paths.size(); i++) {
      try {
        DicomFile file = reads.get(i).get();
        if (isDirectory(file)) {
          directories++;
        } else {
          files.add(new Entry(paths.get(i), file));
        }
      } catch (ExecutionException e) {
        switch (e.getCause()) {
          case NotDicomException other -> others++;
          case IOException problem -> damaged.add(problem);
          case null, default -> throw new IllegalStateException(e.getCause());
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new java.io.InterruptedIOException("interrupted while reading a folder");
      }
    }
    return new Contents(files, directories, others, damaged);
  }

  private static boolean isDirectory(DicomFile file) {
    return file.meta()
        .string(Tag.MEDIA_STORAGE_SOP_CLASS_UID)
        .filter(SopClass.MEDIA_STORAGE_DIRECTORY::equals)
        .isPresent();
  }
}
