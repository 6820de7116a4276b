package org.breathline.dicom.codec;

import java.io.EOFException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import javax.imageio.stream.ImageInputStreamImpl;

/**
 * A JPEG 2000 codestream in memory for a decoder that cannot be trusted with a damaged one. An
 * unchecked exception ends its reading past the end, over and over, in a thread that was
 * interrupted, and of packet headers that it would never come out of. Unchecked, because the
 * decoder takes the end of a stream, and other checked exceptions, for something to go on after.
 */
final class BoundedImageStream extends ImageInputStreamImpl {

  /** Sound codestreams are read less than twice. */
  private static final long MOST_READINGS = 16;

  private final byte[] bytes;
  private final int firstPacket;
  private long left;
  private int lastSingle = -1;

  /**
   * A stream.
   *
   * @param bytes the codestream
   * @param firstPacket where the first packet starts
   */
  BoundedImageStream(byte[] bytes, int firstPacket) {
    this.bytes = bytes;
    this.firstPacket = firstPacket;
    this.left = MOST_READINGS * bytes.length;
  }

  /** Reads a byte, as the decoder does in packet headers. */
  @Override
  public int read() throws IOException {
    int at = advance(1);
    // A zero bit is stuffed in after FF (B.10.1). The decoder reads ones from FF FF forever.
    if (at > firstPacket && lastSingle == at - 1 && bytes[at - 1] == -1 && bytes[at] == -1) {
      throw new UncheckedIOException(new IOException("a packet header has no stuffed bit"));
    }
    lastSingle = at;
    return bytes[at] & 0xFF;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    if (count == 0) {
      return 0;
    }
    int at = advance(count);
    lastSingle = -1;
    int available = Math.min(count, bytes.length - at);
    System.arraycopy(bytes, at, target, offset, available);
    streamPos += available - 1;
    return available;
  }

  /** Goes on by a byte, if there is one, and returns where it is. */
  private int advance(int count) throws IOException {
    checkClosed();
    bitOffset = 0;
    left -= count;
    if (Thread.currentThread().isInterrupted()) {
      throw new UncheckedIOException(new InterruptedIOException("decoding was given up"));
    }
    if (left < 0 || streamPos >= bytes.length) {
      throw new UncheckedIOException(new EOFException("packets go beyond the codestream"));
    }
    return (int) streamPos++;
  }

  @Override
  public long length() {
    return bytes.length;
  }
}
