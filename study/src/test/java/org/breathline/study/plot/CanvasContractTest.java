package org.breathline.study.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every canvas does alike. */
class CanvasContractTest {

  /** What a reader of the drawing gets back. */
  record Drawn(String text, List<BufferedImage> images) {}

  /** The implementations. */
  enum Kind {
    SVG {
      @Override
      Drawn draw(Consumer<Canvas> drawing) {
        String svg = SvgCanvas.draw(figure(drawing));
        StringBuilder text = new StringBuilder();
        Matcher words = Pattern.compile("<text[^>]*>([^<]*)</text>").matcher(svg);
        while (words.find()) {
          text.append(words.group(1).replace("&lt;", "<").replace("&amp;", "&")).append('\n');
        }
        Matcher png = Pattern.compile("data:image/png;base64,([^\"]+)").matcher(svg);
        return new Drawn(
            text.toString(),
            png.results().map(m -> decode(Base64.getDecoder().decode(m.group(1)))).toList());
      }
    },
    PDF {
      @Override
      Drawn draw(Consumer<Canvas> drawing) {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try {
          try (PDDocument pdf = new PDDocument()) {
            PDPage page = new PDPage();
            pdf.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(pdf, page)) {
              drawing.accept(new PdfCanvas(pdf, content, LiberationSans.embed(pdf), 50, 700));
            }
            pdf.save(file);
          }
          try (PDDocument pdf = Loader.loadPDF(file.toByteArray())) {
            PDResources resources = pdf.getPage(0).getResources();
            List<BufferedImage> images = new ArrayList<>();
            for (COSName name : resources.getXObjectNames()) {
              images.add(((PDImageXObject) resources.getXObject(name)).getImage());
            }
            return new Drawn(new PDFTextStripper().getText(pdf), images);
          }
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    };

    abstract Drawn draw(Consumer<Canvas> drawing);
  }

  @ParameterizedTest
  @EnumSource
  void showsText(Kind kind) {
    TextStyle style = TextStyle.of(10, Ink.TEXT);
    Drawn drawn =
        kind.draw(c -> {
          c.text("period < 5 s & \u2212400 HU ± 2", 10, 20, style);
          c.text("heavier", 100, 60, style.heavier().centred());
          c.text("upward", 150, 100, style.upward().ending());
        });
    assertThat(drawn.text()).contains("period < 5 s & \u2212400 HU ± 2").contains("heavier");
    assertThat(drawn.text().replaceAll("\\s", "")).contains("upward");
  }

  @ParameterizedTest
  @EnumSource
  void survivesCharactersWithoutGlyph(Kind kind) {
    Drawn drawn =
        kind.draw(c -> c.text("a\u4E2D\u0007\uD83D\uDE00z", 10, 20, TextStyle.of(9, Ink.TEXT)));
    assertThat(drawn.text()).contains("a").contains("z");
  }

  @ParameterizedTest
  @EnumSource
  void keepsEveryPixelOfAnImage(Kind kind) {
    GreyImage image = GreyImageTest.noise(37, 23);
    List<BufferedImage> back = kind.draw(c -> c.image(image, new Box(0, 0, 74, 46))).images();
    assertThat(back).hasSize(1);
    assertThat(back.getFirst().getWidth()).isEqualTo(37);
    for (int y = 0; y < 23; y++) {
      for (int x = 0; x < 37; x++) {
        assertThat(back.getFirst().getRaster().getSample(x, y, 0)).isEqualTo(image.pixel(x, y));
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void drawsWithinAClip(Kind kind) {
    Drawn drawn =
        kind.draw(c -> {
          c.clipped(
              new Box(0, 0, 50, 50), () -> c.text("inside", 5, 20, TextStyle.of(9, Ink.TEXT)));
          c.text("after", 5, 80, TextStyle.of(9, Ink.TEXT));
        });
    assertThat(drawn.text()).contains("inside").contains("after");
  }

  @ParameterizedTest
  @EnumSource
  void refusesPointsThatDoNotPair(Kind kind) {
    Stroke stroke = Stroke.dashed(Ink.TEXT, 1);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kind.draw(c -> c.polyline(new double[2], new double[3], stroke)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kind.draw(c -> c.polygon(new double[4], new double[3], Ink.BLUE)));
  }

  @ParameterizedTest
  @EnumSource
  void refusesPlacesThatAreNoNumbers(Kind kind) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kind.draw(c -> c.line(0, 0, Double.NaN, 1, Stroke.solid(Ink.TEXT, 1))));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> kind.draw(c -> c.circle(Double.POSITIVE_INFINITY, 0, 1, Ink.TEXT)));
  }

  private static Figure figure(Consumer<Canvas> drawing) {
    return new Figure() {
      @Override
      public double width() {
        return 200;
      }

      @Override
      public double height() {
        return 100;
      }

      @Override
      public String alternative() {
        return "a test";
      }

      @Override
      public void draw(Canvas canvas) {
        drawing.accept(canvas);
      }
    };
  }

  private static BufferedImage decode(byte[] png) {
    try {
      return ImageIO.read(new ByteArrayInputStream(png));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
