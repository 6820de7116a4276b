package org.breathline.study.output;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.breathline.study.UsageException;
import org.jspecify.annotations.Nullable;

/**
 * A folder of results that appears whole or not at all. Files are written into a folder beside it,
 * which {@link #commit} moves into place; {@link #close} without a commit removes it, so that a
 * cancelled or failed run leaves nothing behind.
 *
 * <p>A folder that an earlier run wrote is replaced. One that holds anything else is refused: no
 * user's file is ever overwritten.
 */
public final class OutputFolder implements AutoCloseable {

  /** Every result folder holds this file; it is how an earlier result is recognised. */
  public static final String MANIFEST = "breathline.json";

  private final Path target;
  private final Path staging;
  private final List<Path> newParents;
  private boolean committed;

  private OutputFolder(Path target, Path staging, List<Path> newParents) {
    this.target = target;
    this.staging = staging;
    this.newParents = newParents;
  }

  /**
   * Prepares a folder.
   *
   * @param target where the results shall be; its parents are created
   * @param inputs what is read to make them, which must not be what they replace
   * @throws UsageException if the target is a file, a folder with something of somebody else's, or
   *     an earlier result that holds an input
   * @throws IOException if the folder beside it cannot be created
   */
  public static OutputFolder create(Path target, Path... inputs) throws IOException {
    Path absolute = target.toAbsolutePath().normalize();
    if (Files.exists(absolute)) {
      if (!Files.isDirectory(absolute)) {
        throw new UsageException(target + " is a file; the results need a folder.");
      }
      if (!isReplaceable(absolute)) {
        throw new UsageException(
            target
                + " holds files that Breathline did not write; choose an empty or a new folder.");
      }
      refuseIfInside(absolute, inputs);
    }
    Path name = absolute.getFileName();
    @Nullable Path parent = absolute.getParent();
    if (name == null || parent == null) {
      throw new UsageException(target + " cannot be a result folder.");
    }
    List<Path> newParents = new ArrayList<>();
    for (Path p = parent; p != null && Files.notExists(p); p = p.getParent()) {
      newParents.add(p);
    }
    // Not a temporary folder of the system's: those are for their owner's eyes only.
    Path staging = parent.resolve("." + name + ".part-" + UUID.randomUUID());
    try {
      Files.createDirectories(parent);
      Files.createDirectory(staging);
    } catch (IOException e) {
      deleteEmpty(newParents);
      throw new IOException("No folder can be made in " + parent + ": " + reason(e) + ".", e);
    }
    return new OutputFolder(absolute, staging, newParents);
  }

  private static String reason(IOException e) {
    return switch (e) {
      case AccessDeniedException _ -> "it may not be written to";
      case FileAlreadyExistsException there -> there.getFile() + " is a file";
      case FileSystemException system when system.getReason() != null -> system.getReason();
      default -> "the system does not let it";
    };
  }

  private static void refuseIfInside(Path target, Path... inputs) throws IOException {
    Path real = target.toRealPath();
    for (Path input : inputs) {
      if (Files.exists(input) && input.toRealPath().startsWith(real)) {
        throw new UsageException(
            input + " lies in " + target + ", which the results would replace; choose another.");
      }
    }
  }

  private static boolean isReplaceable(Path folder) throws IOException {
    if (Files.isRegularFile(folder.resolve(MANIFEST))) {
      return true;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.findAny().isEmpty();
    }
  }

  /** Where to write while the work goes on. */
  public Path staging() {
    return staging;
  }

  /** Where a staged path will be after {@link #commit}. */
  public Path finalPath(Path staged) {
    return target.resolve(staging.relativize(staged));
  }

  /**
   * Moves the results into place, an earlier result out of it.
   *
   * @return the result folder
   */
  public Path commit() throws IOException {
    @Nullable Path old = null;
    if (Files.exists(target)) {
      old = staging.resolveSibling(staging.getFileName() + ".old");
      Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
    }
    try {
      Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
      committed = true;
    } catch (AtomicMoveNotSupportedException e) {
      throw new IOException("cannot move the results into place: " + target, e);
    } finally {
      if (!committed && old != null) {
        Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
      }
    }
    if (old != null) {
      deleteTree(old);
    }
    return target;
  }

  @Override
  public void close() throws IOException {
    if (!committed) {
      deleteTree(staging);
      deleteEmpty(newParents);
    }
  }

  /** Removes folders, the innermost first, unless somebody has put something into them. */
  private static void deleteEmpty(List<Path> folders) throws IOException {
    try {
      for (Path folder : folders) {
        Files.deleteIfExists(folder);
      }
    } catch (DirectoryNotEmptyException e) {
      // Somebody needs it: it stays, and those around it.
    }
  }

  private static void deleteTree(Path root) throws IOException {
    try {
      Files.walkFileTree(
          root,
          new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
                throws IOException {
              Files.deleteIfExists(file);
              return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException problem)
                throws IOException {
              Files.deleteIfExists(folder);
              return FileVisitResult.CONTINUE;
            }
          });
    } catch (NoSuchFileException e) {
      // Already gone: what was wanted.
    }
  }
}
