package org.breathline.billing.table;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text file, one at a time, without an object for each: after {@link #next} the line
 * stands in {@link #bytes} up to {@link #length}. Reads gzip by its first two bytes. A line is
 * bounded, and so is what a small compressed file may unfold to.
 */
public final class LineReader implements Closeable {

  private static final int BUFFER = 1 << 16;
  private static final int LONGEST_LINE = 1 << 16;

  /** Four times the largest file that CMS publishes of this kind. */
  private static final long MOST_BYTES = 2L << 30;

  private static final int GZIP_FIRST = 0x1f;
  private static final int GZIP_SECOND = 0x8b;

  private final String name;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int filled;
  private long total;
  private long number;
  private byte[] line = new byte[256];
  private int length;

  private LineReader(String name, InputStream in) {
    this.name = name;
    this.in = in;
  }

  /**
   * Opens a file.
   *
   * @throws IOException if it cannot be read
   */
  public static LineReader open(Path file) throws IOException {
    return of(String.valueOf(file.getFileName()), Files.newInputStream(file));
  }

  /**
   * Reads a stream, and closes it in the end.
   *
   * @param name what messages call it
   * @throws IOException if it cannot be read
   */
  public static LineReader of(String name, InputStream stream) throws IOException {
    BufferedInputStream buffered = new BufferedInputStream(stream, BUFFER);
    buffered.mark(2);
    boolean gzip = buffered.read() == GZIP_FIRST && buffered.read() == GZIP_SECOND;
    buffered.reset();
    return new LineReader(name, gzip ? new GZIPInputStream(buffered, BUFFER) : buffered);
  }

  /**
   * Reads the next line.
   *
   * @return whether there is one
   * @throws TableException if it is longer than 64 KiB, or the file than 2 GiB
   */
  public boolean next() throws IOException, TableException {
    length = 0;
    boolean any = false;
    while (true) {
      if (position == filled && !fill()) {
        break;
      }
      any = true;
      int end = position;
      while (end < filled && buffer[end] != '\n') {
        end++;
      }
      append(end - position);
      position = end;
      if (end < filled) {
        position++;
        break;
      }
    }
    if (any) {
      number++;
      if (length > 0 && line[length - 1] == '\r') {
        length--;
      }
    }
    return any;
  }

  private boolean fill() throws IOException, TableException {
    filled = Math.max(0, in.read(buffer));
    position = 0;
    total += filled;
    if (total > MOST_BYTES) {
      throw new TableException(name + " is longer than 2 GiB.");
    }
    return filled > 0;
  }

  private void append(int count) throws TableException {
    if (length + count > LONGEST_LINE) {
      throw TableException.at(name, number + 1, "longer than 64 KiB, so no table of this kind");
    }
    if (length + count > line.length) {
      line = Arrays.copyOf(line, Math.max(2 * line.length, length + count));
    }
    System.arraycopy(buffer, position, line, length, count);
    length += count;
  }

  /** The line's bytes; valid up to {@link #length} and until the next line is read. */
  public byte[] bytes() {
    return line;
  }

  /** How many bytes the line has, its end not counted. */
  public int length() {
    return length;
  }

  /** 1 for the first line. */
  public long number() {
    return number;
  }

  /** What messages call the file. */
  public String name() {
    return name;
  }

  /** The line as text, Latin or UTF-8; absent before the first. */
  public @Nullable String text() {
    return number == 0 ? null : new String(line, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
