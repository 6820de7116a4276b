package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.breathline.core.motion.MidPosition;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.CtSliceFile;
import org.breathline.exchange.ct.DerivedHeader;
import org.breathline.exchange.ct.SeriesLabel;
import org.breathline.exchange.ct.SourceSlice;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.LoadedPhases;
import org.breathline.study.phases.RegisteredPhases;

/** Writes the motion-compensated mid-position CT as a DICOM series. */
final class MidPositionSeries {

  private static final String FOLDER = "mid-position";
  private static final int SERIES_NUMBER = 4100;

  private MidPositionSeries() {}

  static void write(
      MidPosition middle,
      LoadedPhases phases,
      RegisteredPhases registered,
      Provenance provenance,
      Path folder)
      throws IOException {
    Path series = Files.createDirectories(folder.resolve(FOLDER));
    List<CtSlice> reference = phases.source().stack(registered.reference().percent()).slices();
    SeriesLabel label =
        new SeriesLabel(
            Uid.fromName("org.breathline.mid-position " + phases.input().sha256()),
            SERIES_NUMBER,
            "4DCT mid-position",
            List.of("DERIVED", "SECONDARY", "AXIAL"),
            OptionalDouble.empty(),
            0,
            0,
            "Mid-position: mean of all phases, each brought to the mean position by its displacement"
                + " field",
            "breathline %s %s".formatted(provenance.version(), provenance.verb()));
    int size = middle.image().grid().sliceSize();
    short[] hu = new short[size];
    for (int k = 0; k < reference.size(); k++) {
      int slice = k;
      List<String> sources =
          phases.source().percents().stream()
              .map(p -> phases.source().stack(p).slices().get(slice).sopInstanceUid())
              .toList();
      System.arraycopy(middle.image().values(), k * size, hu, 0, size);
      Dataset header =
          DerivedHeader.compose(SourceSlice.open(reference.get(k)).header(), label, k + 1, sources);
      CtSliceFile.writeHu(
          series.resolve(String.format(Locale.ROOT, "slice-%04d.dcm", k + 1)), header, hu);
    }
  }
}
