package org.breathline.dicom.codec;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.dicom.data.TransferSyntax;

/** The codec of every compressed transfer syntax. */
public final class PixelCodecs {

  private static final List<PixelCodec> ALL =
      List.of(new RleCodec(), new JpegCodec(), new Jpeg2000Codec(), new JpegLsCodec());

  private static final Map<TransferSyntax, PixelCodec> BY_SYNTAX =
      new EnumMap<>(TransferSyntax.class);

  static {
    for (PixelCodec codec : ALL) {
      codec.syntaxes().forEach(syntax -> BY_SYNTAX.put(syntax, codec));
    }
  }

  private PixelCodecs() {}

  /** The codec for a transfer syntax; none for native ones. */
  public static Optional<PixelCodec> find(TransferSyntax syntax) {
    return Optional.ofNullable(BY_SYNTAX.get(syntax));
  }
}
