package org.breathline.dicom.codec;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import javax.imageio.ImageReader;
import javax.imageio.spi.IIORegistry;
import javax.imageio.spi.ImageReaderSpi;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/**
 * Runs a named ImageIO reader on a frame. Readers are services, which the platform's registry finds
 * on the module path and the class path alike. The order of the registry does not matter here, and
 * its disk cache is not used.
 */
final class ImageIoDecoder {

  private static final Map<String, ImageReaderSpi> PROVIDERS = new ConcurrentHashMap<>();

  private ImageIoDecoder() {}

  private static ImageReaderSpi provider(String className) {
    return PROVIDERS.computeIfAbsent(className, ImageIoDecoder::look);
  }

  private static ImageReaderSpi look(String className) {
    Iterator<ImageReaderSpi> found =
        IIORegistry.getDefaultInstance()
            .getServiceProviders(
                ImageReaderSpi.class,
                provider -> provider.getClass().getName().equals(className),
                false);
    if (!found.hasNext()) {
      throw new IllegalStateException("not in the program: " + className);
    }
    return found.next();
  }

  static byte[] decode(String className, byte[] encoded, PixelFormat format) throws IOException {
    return decode(
        className, new MemoryCacheImageInputStream(new ByteArrayInputStream(encoded)), format);
  }

  /**
   * Decodes a frame.
   *
   * @param encoded the compressed frame, which is closed
   * @throws CodecException for all that the reader throws, also if it runs out of memory or stack:
   *     damaged data ask for any amount of both, and what was asked for is free again
   */
  static byte[] decode(String className, ImageInputStream encoded, PixelFormat format)
      throws IOException {
    format.checkedFrameBytes();
    ImageReader reader = provider(className).createReaderInstance();
    try (ImageInputStream stream = encoded) {
      reader.setInput(stream, false, true);
      RasterSamples.checkSize(reader.getWidth(0), reader.getHeight(0), format);
      // A raster: an image would have its colours converted.
      return RasterSamples.toFrame(reader.readRaster(0, null), format);
    } catch (CodecException e) {
      throw e;
    } catch (IOException | RuntimeException e) {
      // The libraries answer damaged data with unchecked exceptions of many kinds.
      throw new CodecException("the compressed frame cannot be decoded", e);
    } catch (OutOfMemoryError | StackOverflowError e) {
      throw new CodecException("the compressed frame takes too much memory to be decoded", e);
    } catch (Error e) {
      // JJ2000 throws plain Errors for codestreams that it does not like.
      if (e.getClass() != Error.class) {
        throw e;
      }
      throw new CodecException("the compressed frame cannot be decoded", e);
    } finally {
      reader.dispose();
    }
  }
}
