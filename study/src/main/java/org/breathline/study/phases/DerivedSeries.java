package org.breathline.study.phases;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.breathline.core.image.ShortVolume;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.ct.DerivedHeader;
import org.breathline.exchange.ct.SeriesLabel;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.study.output.Provenance;

/** Writes a volume that was worked out of all phases as a DICOM CT series. */
public final class DerivedSeries {

  private final LoadedPhases phases;
  private final Provenance provenance;

  /** Of a 4DCT. */
  public DerivedSeries(LoadedPhases phases, Provenance provenance) {
    this.phases = phases;
    this.provenance = provenance;
  }

  /**
   * What tells a series from another.
   *
   * @param number the SeriesNumber
   * @param description the SeriesDescription
   * @param derivation how the images were made, in words
   */
  public record Name(int number, String description, String derivation) {}

  /**
   * Writes.
   *
   * @param like the phase whose slices lend their headers
   * @param folder created if need be
   * @return the files, in the order of the slices
   * @throws IOException if something cannot be read or written
   */
  public List<Path> write(Name name, double like, ShortVolume volume, Path folder)
      throws IOException {
    Files.createDirectories(folder);
    List<CtSlice> reference = phases.source().stack(like).slices();
    SeriesLabel label =
        new SeriesLabel(
            Uid.fromName(
                "org.breathline %s %s".formatted(name.description(), phases.input().sha256())),
            name.number(),
            name.description(),
            List.of("DERIVED", "SECONDARY", "AXIAL"),
            OptionalDouble.empty(),
            0,
            0,
            name.derivation(),
            "breathline %s %s".formatted(provenance.version(), provenance.verb()));
    List<Path> files = new ArrayList<>();
    int size = volume.grid().sliceSize();
    short[] hu = new short[size];
    for (int k = 0; k < reference.size(); k++) {
      int slice = k;
      List<String> sources =
          phases.source().percents().stream()
              .map(p -> phases.source().stack(p).slices().get(slice).sopInstanceUid())
              .toList();
      System.arraycopy(volume.values(), k * size, hu, 0, size);
      Dataset header =
          DerivedHeader.compose(SourceSlice.open(reference.get(k)).header(), label, k + 1, sources);
      Path file = folder.resolve(String.format(Locale.ROOT, "slice-%04d.dcm", k + 1));
      CtSliceFile.writeHu(file, header, hu);
      files.add(file);
    }
    return files;
  }
}
