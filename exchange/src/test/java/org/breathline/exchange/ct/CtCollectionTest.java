package org.breathline.exchange.ct;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.exchange.phase.RespiratoryMark;
import org.breathline.exchange.phase.RespiratoryMark.Source;
import org.junit.jupiter.api.Test;

final class CtCollectionTest {

  private static final RespiratoryMark UNMARKED = new RespiratoryMark.Unmarked();

  @Test
  void keepsTheUnmarkedApartFromThePhases() {
    CtCollection collection = CtCollection.of(List.of(slice(UNMARKED), slice(phase(30))));
    assertThat(collection.isSortedByPhase()).isFalse();
    assertThat(collection.unsorted()).extracting(CtSlice::mark).containsExactly(UNMARKED);
  }

  @Test
  void aPercentageThatEverySliceHasTellsNoneApart() {
    CtCollection collection = CtCollection.of(List.of(slice(phase(50)), slice(phase(50))));
    assertThat(collection.isSortedByPhase()).isFalse();
    assertThat(collection.unsorted()).hasSize(2);
  }

  @Test
  void twoPhasesAreASorted4dct() {
    CtCollection collection =
        CtCollection.of(
            List.of(
                slice(phase(50)),
                slice(phase(0)),
                slice(new RespiratoryMark.Projection(RespiratoryMark.Kind.MIP))));
    assertThat(collection.isSortedByPhase()).isTrue();
    assertThat(collection.phases().keySet()).containsExactly(0.0, 50.0);
    assertThat(collection.unsorted()).isEmpty();
  }

  private static RespiratoryMark phase(double percent) {
    return new RespiratoryMark.Phase(percent, Source.SERIES_DESCRIPTION);
  }

  private static CtSlice slice(RespiratoryMark mark) {
    return new CtSlice(
        Path.of("slice.dcm"),
        "1.2",
        "1.3",
        "",
        "1.4",
        "",
        Optional.empty(),
        Optional.empty(),
        new SliceGeometry(2, 2, 1, 1, Vector3.ZERO, Orientation.AXIAL),
        0,
        Optional.empty(),
        mark,
        0);
  }
}
