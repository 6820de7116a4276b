package org.breathline.core.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

final class ScanAssemblerTest {

  private static List<ScannedSlice> slices(TimedScan scan) {
    return new ArrayList<>(
        scan.couchPositions().stream()
            .flatMap(c -> c.acquisitions().stream())
            .flatMap(a -> a.slices().stream())
            .map(s -> new ScannedSlice(s, scan.geometry()))
            .toList());
  }

  private static List<ScannedSlice> moved(TimedScan scan, UnaryOperator<TimedSlice> change) {
    return slices(scan).stream()
        .map(s -> new ScannedSlice(change.apply(s.slice()), s.geometry()))
        .toList();
  }

  @Test
  void aCineScanInAnyOrderIsPutTogetherAgain() {
    Property.holds(
        40,
        1,
        random -> {
          TimedScan scan =
              SyntheticScans.cine(
                  random.nextInt(1, 8), random.nextInt(1, 9), random.nextInt(2, 12), 5, 0.4, 2);
          List<ScannedSlice> heap = slices(scan);
          Collections.shuffle(heap, new Random(random.nextLong()));
          ScanAssembly assembly = ScanAssembler.assemble(heap, 0.5);
          assertThat(assembly.findings()).isEmpty();
          assertThat(assembly.scan().orElseThrow().couchPositions())
              .isEqualTo(scan.couchPositions());
        });
  }

  @Test
  void repeatedSweepsGiveACouchPositionASlice() {
    List<ScannedSlice> heap = new ArrayList<>();
    for (int sweep = 0; sweep < 12; sweep++) {
      for (int k = 0; k < 30; k++) {
        heap.add(
            new ScannedSlice(
                new TimedSlice(heap.size(), -40 + 3.0 * k, 1 + sweep * 4 + k * 0.1),
                SyntheticScans.GEOMETRY));
      }
    }
    TimedScan scan = ScanAssembler.assemble(heap, 0.3).scan().orElseThrow();
    assertThat(scan.couchPositions()).hasSize(30);
    assertThat(scan.couchPositions())
        .allSatisfy(c -> assertThat(c.acquisitions()).hasSize(12))
        .allSatisfy(c -> assertThat(c.slicesPerAcquisition()).isEqualTo(1));
    assertThat(scan.sliceSpacingMm()).isCloseTo(3, within(1e-9));
  }

  @Test
  void aWideDetectorSweptRepeatedlyIsOneCouchPosition() {
    TimedScan wide = SyntheticScans.cine(1, 160, 15, 2, 0.35, 1);
    TimedScan scan = ScanAssembler.assemble(slices(wide), 0.35).scan().orElseThrow();
    assertThat(scan.couchPositions()).hasSize(1);
    assertThat(scan.slicePositions()).isEqualTo(160);
  }

  @Test
  void aMissingSliceIsRefusedWithItsPlaceAndTime() {
    TimedScan scan = SyntheticScans.cine(3, 4, 8, 5, 0.4, 2);
    List<ScannedSlice> heap = slices(scan);
    TimedSlice gone = heap.remove(37).slice();
    ScanAssembly assembly = ScanAssembler.assemble(heap, 0.5);
    assertThat(assembly.scan()).isEmpty();
    assertThat(assembly.findings())
        .containsExactly(new ScanFinding.MissingSlice(gone.positionMm(), gone.midTimeS()));
    assertThat(assembly.findings().getFirst().message()).contains("no slice at 12.50 mm");
  }

  @Test
  void aDoubledSliceIsRefused() {
    TimedScan scan = SyntheticScans.cine(3, 4, 8, 5, 0.4, 2);
    List<ScannedSlice> heap = slices(scan);
    TimedSlice twice = heap.get(11).slice();
    heap.add(
        new ScannedSlice(
            new TimedSlice(999, twice.positionMm(), twice.midTimeS()), scan.geometry()));
    ScanAssembly assembly = ScanAssembler.assemble(heap, 0.5);
    assertThat(assembly.scan()).isEmpty();
    assertThat(assembly.findings())
        .containsExactly(new ScanFinding.DoubledSlice(twice.positionMm(), twice.midTimeS(), 2));
  }

  @Test
  void aMissingPositionAndAnUnevenOneAreToldApart() {
    TimedScan scan = SyntheticScans.cine(4, 4, 5, 5, 0.4, 2);
    List<ScannedSlice> hole = slices(scan);
    hole.removeIf(s -> s.slice().positionMm() == 15);
    assertThat(ScanAssembler.assemble(hole, 0.5).findings())
        .contains(new ScanFinding.MissingPosition(12.5, 17.5, 2.5));
    List<ScannedSlice> uneven =
        moved(
            scan,
            s ->
                s.positionMm() < 20
                    ? s
                    : new TimedSlice(s.image(), s.positionMm() + 0.4, s.midTimeS()));
    assertThat(ScanAssembler.assemble(uneven, 0.5).findings())
        .singleElement()
        .isInstanceOfSatisfying(
            ScanFinding.UnevenSpacing.class, f -> assertThat(f.aboveMm()).isEqualTo(20.4));
  }

  @Test
  void mixedGeometryIsRefusedInWords() {
    List<ScannedSlice> heap = slices(SyntheticScans.cine(2, 2, 4, 5, 0.4, 2));
    SliceGeometry g = SyntheticScans.GEOMETRY;
    heap.set(
        3,
        new ScannedSlice(
            heap.get(3).slice(),
            new SliceGeometry(64, 64, 3.9, 4, g.inPlaneOrigin(), g.orientation())));
    ScanAssembly assembly = ScanAssembler.assemble(heap, 0.5);
    assertThat(assembly.scan()).isEmpty();
    assertThat(assembly.findings().getFirst().message())
        .isEqualTo(
            "1 of 16 slices have another geometry than the rest: pixels of 3.9000 x 4.0000 mm, not"
                + " 4.0000 x 4.0000 mm.");
  }

  @Test
  void roundingInTheOriginIsNotAnotherGeometry() {
    List<ScannedSlice> heap = new ArrayList<>();
    SliceGeometry g = SyntheticScans.GEOMETRY;
    for (ScannedSlice s : slices(SyntheticScans.cine(2, 2, 4, 5, 0.4, 2))) {
      Vector3 origin = g.inPlaneOrigin().plus(new Vector3(1e-6 * heap.size(), 0, 0));
      heap.add(
          new ScannedSlice(s.slice(), new SliceGeometry(64, 64, 4, 4, origin, g.orientation())));
    }
    assertThat(ScanAssembler.assemble(heap, 0.5).findings()).isEmpty();
  }

  @Test
  void aTiltedGantryIsRefusedWithItsAngle() {
    double tilt = Math.toRadians(10);
    Orientation tilted =
        Orientation.of(new Vector3(1, 0, 0), new Vector3(0, Math.cos(tilt), Math.sin(tilt)));
    List<ScannedSlice> heap =
        slices(SyntheticScans.cine(2, 2, 4, 5, 0.4, 2)).stream()
            .map(s ->
                new ScannedSlice(s.slice(), new SliceGeometry(64, 64, 4, 4, Vector3.ZERO, tilted)))
            .toList();
    assertThat(ScanAssembler.assemble(heap, 0.5).findings())
        .singleElement()
        .isInstanceOfSatisfying(
            ScanFinding.TiltedGantry.class,
            f -> assertThat(f.tiltDegrees()).isCloseTo(10, within(1e-6)));
  }

  @Test
  void anOrdinaryCtAndAnEmptyFolderAreRefused() {
    assertThat(
            ScanAssembler.assemble(slices(SyntheticScans.cine(5, 1, 1, 5, 0.4, 2)), 0.5).findings())
        .containsExactly(new ScanFinding.SingleAcquisition());
    assertThat(ScanAssembler.assemble(List.of(), 0.5).findings())
        .containsExactly(new ScanFinding.NoSlices());
  }

  @Test
  void aMissingAcquisitionIsWarnedOf() {
    List<ScannedSlice> heap = slices(SyntheticScans.cine(2, 3, 9, 5, 0.4, 2));
    heap.removeIf(s -> Math.abs(s.slice().midTimeS() - 6.6) < 0.01);
    ScanAssembly assembly = ScanAssembler.assemble(heap, 0.5);
    assertThat(assembly.scan()).isPresent();
    assertThat(assembly.findings())
        .singleElement()
        .isInstanceOf(ScanFinding.MissingAcquisition.class);
  }
}
