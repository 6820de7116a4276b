package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.SplittableRandom;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class GreyImageTest {

  @Test
  void pngIsReadBackPixelForPixel() throws IOException {
    GreyImage image = noise(64, 41);
    BufferedImage back = ImageIO.read(new ByteArrayInputStream(image.png()));
    assertThat(back.getType()).isEqualTo(BufferedImage.TYPE_BYTE_GRAY);
    for (int y = 0; y < image.height(); y++) {
      for (int x = 0; x < image.width(); x++) {
        assertThat(back.getRaster().getSample(x, y, 0)).isEqualTo(image.pixel(x, y));
      }
    }
  }

  @Test
  void pixelsMustFillTheImage() {
    assertThatIllegalArgumentException().isThrownBy(() -> new GreyImage(3, 2, new byte[5]));
    assertThatIllegalArgumentException().isThrownBy(() -> new GreyImage(0, 2, new byte[0]));
  }

  static GreyImage noise(int width, int height) {
    byte[] pixels = new byte[width * height];
    new SplittableRandom(7).nextBytes(pixels);
    return new GreyImage(width, height, pixels);
  }
}
