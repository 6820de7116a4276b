package org.breathline.study.documentation;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.breathline.billing.documentation.SourceObject;
import org.breathline.billing.documentation.SourceObject.Role;
import org.breathline.core.progress.InParallel;
import org.breathline.core.progress.Progress;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.NotDicomException;
import org.breathline.study.InputException;
import org.breathline.study.output.Digests;

/**
 * The objects of a study: image series as one object each, every other DICOM object on its own, and
 * the figures that earlier runs wrote. Each has a digest of what it holds, so that an edit shows
 * even where the UID stayed.
 */
final class StudyFolder {

  private static final List<String> FIGURES = List.of("simulation.json", "itv.json", "motion.json");
  private static final String TRACE = ".vxp";
  private static final String DICOM = ".dcm";

  /** Such a file marks a folder as a documentation of ours, which is no part of the study. */
  static final String EVIDENCE = "evidence.jsonl";

  /** One object with a file of it. */
  record Found(SourceObject object, Optional<Dataset> header, Path file) {}

  private record Hashed(Path file, Optional<Dataset> header, String sha256) {}

  private StudyFolder() {}

  /**
   * Reads the headers and digests of a folder.
   *
   * @throws InputException if nothing of a study is in it, or something in it is damaged
   * @throws IOException if it cannot be read
   */
  static List<Found> read(Path folder, Progress progress) throws IOException, InputException {
    if (!Files.isDirectory(folder)) {
      throw new InputException(folder + " is not a folder; a study is one.");
    }
    List<Hashed> hashed =
        InParallel.map(files(folder), StudyFolder::hash, "reading the study", progress).stream()
            .flatMap(Optional::stream)
            .toList();
    TreeMap<String, List<Hashed>> objects = new TreeMap<>();
    for (Hashed each : hashed) {
      objects.computeIfAbsent(key(folder, each), k -> new ArrayList<>()).add(each);
    }
    if (objects.isEmpty()) {
      throw new InputException(folder + " holds no study: no DICOM object, trace or figures.");
    }
    return objects.entrySet().stream().map(e -> found(e.getKey(), e.getValue())).toList();
  }

  private static List<Path> files(Path folder) throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        folder.toRealPath(),
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes attributes) {
            return Files.exists(inner.resolve(EVIDENCE))
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (attributes.isRegularFile()) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    files.sort(null);
    return files;
  }

  private static Optional<Hashed> hash(Path file) throws IOException {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    if (FIGURES.contains(name) || name.endsWith(TRACE)) {
      return Optional.of(new Hashed(file, Optional.empty(), Digests.ofFile(file)));
    }
    if (name.contains(".") && !name.endsWith(DICOM)) {
      return Optional.empty();
    }
    try {
      Dataset header = DicomReader.readHeader(file).dataset();
      return header.contains(Tag.SOP_INSTANCE_UID)
          ? Optional.of(new Hashed(file, Optional.of(header), Digests.ofFile(file)))
          : Optional.empty();
    } catch (NotDicomException e) {
      return Optional.empty();
    }
  }

  /** What makes files one object: for images the series, else the instance or the file. */
  private static String key(Path folder, Hashed hashed) throws IOException {
    if (hashed.header().isEmpty()) {
      return folder.toRealPath().relativize(hashed.file()).toString().replace('\\', '/');
    }
    Dataset header = hashed.header().get();
    int tag = role(header) == Role.IMAGES ? Tag.SERIES_INSTANCE_UID : Tag.SOP_INSTANCE_UID;
    return header.string(tag).orElse("");
  }

  private static Found found(String key, List<Hashed> files) {
    Hashed first = files.getFirst();
    Role role =
        first
            .header()
            .map(StudyFolder::role)
            .orElse(key.endsWith(TRACE) ? Role.TRACE : Role.FIGURES);
    SourceObject object =
        new SourceObject(
            key,
            role,
            first.header().flatMap(h -> h.string(Tag.SOP_CLASS_UID)).orElse(null),
            key,
            files.size(),
            files.size() == 1 ? first.sha256() : together(files));
    return new Found(object, first.header(), first.file());
  }

  /** Of the files' digests in increasing order, so that names do not matter. */
  private static String together(List<Hashed> files) {
    MessageDigest digest = Digests.sha256();
    Stream<String> sorted = files.stream().map(Hashed::sha256).sorted();
    sorted.forEach(d -> digest.update(HexFormat.of().parseHex(d)));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static Role role(Dataset header) {
    return switch (header.string(Tag.SOP_CLASS_UID).orElse("")) {
      case SopClass.CT_IMAGE, SopClass.ENHANCED_CT_IMAGE, SopClass.MR_IMAGE -> Role.IMAGES;
      case SopClass.RESPIRATORY_WAVEFORM -> Role.TRACE;
      case SopClass.RT_STRUCTURE_SET, SopClass.SEGMENTATION -> Role.CONTOURS;
      case SopClass.RT_PLAN -> Role.PLAN;
      case SopClass.RT_DOSE -> Role.DOSE;
      case SopClass.SPATIAL_REGISTRATION, SopClass.DEFORMABLE_SPATIAL_REGISTRATION ->
          Role.REGISTRATION;
      default -> Role.OTHER;
    };
  }
}
