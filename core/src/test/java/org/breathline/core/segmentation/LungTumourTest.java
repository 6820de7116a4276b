package org.breathline.core.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.segmentation.TumourContact.Neighbour;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LungTumourTest {

  private static Grid around(Vector3 centre) {
    return new Grid(
        90,
        90,
        50,
        centre.minus(new Vector3(80, 80, 60)),
        new Vector3(1.8, 1.8, 2.5),
        Orientation.AXIAL);
  }

  private static RunLengthMask air(ShortVolume volume) {
    DenseMask air = new DenseMask(volume.grid());
    for (int i = 0; i < air.values().length; i++) {
      air.values()[i] = volume.at(i) < LungAir.AIR_HU;
    }
    return air.sparse();
  }

  /** The mean distance of the border from the true ball's, mm. */
  private static double surfaceError(LungTumour found, Vector3 centre, double radius) {
    List<Vector3> points = found.surface().points();
    return points.stream()
        .mapToDouble(p -> Math.abs(p.minus(centre).length() - radius))
        .average()
        .orElseThrow();
  }

  @ParameterizedTest
  @CsvSource({
    "LUNG, 10", "LUNG, 30",
    "DIAPHRAGM, 10", "DIAPHRAGM, 30",
    "MEDIASTINUM, 10", "MEDIASTINUM, 30"
  })
  void theBorderIsFoundToPartsOfAVoxel(TumourSite site, double diameter) throws SeedException {
    var phantom = new Phantom(2, MotionParameters.QUIET, Optional.of(new Tumour(site, diameter)));
    Vector3 centre = phantom.tumourCentre(MotionState.REFERENCE).orElseThrow();
    ShortVolume volume = phantom.volume(around(centre), MotionState.REFERENCE, 15, 1);
    Vector3 click = centre.plus(new Vector3(0.15, -0.1, 0.12).times(diameter));
    LungTumour found = LungTumour.of(volume, air(volume), click);
    double error = surfaceError(found, centre, diameter / 2);
    ValidationRecord.write(
        "segmentation",
        "tumour of %.0f mm from one click, %s: mean surface distance"
            .formatted(diameter, site.name().toLowerCase(Locale.ROOT)),
        error,
        "0, the phantom's ball",
        "below 0.6",
        "mm");
    assertThat(error).isLessThan(0.6);
    assertThat(found.surface().centroid().minus(centre).length()).isLessThan(1);
    assertThat(found.leaks() || site == TumourSite.LUNG).isTrue();
    assertThat(found.unseenShare()).isLessThan(0.4);
    assertThat(found.mask().volumeMl())
        .isCloseTo(found.surface().volumeMl(), within(0.2 * found.surface().volumeMl()));
    if (site == TumourSite.DIAPHRAGM) {
      assertThat(found.contacts()).anyMatch(c -> c.neighbour() == Neighbour.DIAPHRAGM);
    }
  }

  @Test
  void seedsThatAreNoTumoursAreRefusedInWords() {
    var phantom = new Phantom(2, MotionParameters.QUIET, Optional.empty());
    ShortVolume lung = phantom.volume(around(new Vector3(-78, 8, 48)), MotionState.REFERENCE);
    RunLengthMask air = air(lung);
    assertThatThrownBy(() -> LungTumour.of(lung, air, new Vector3(500, 0, 0)))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("outside");
    RunLengthMask nothing = new DenseMask(lung.grid()).sparse();
    assertThatThrownBy(() -> LungTumour.of(lung, nothing, new Vector3(-78, 8, 48)))
        .isInstanceOf(SeedException.class)
        .hasMessageContaining("no lung");
  }

  @Test
  void aStarSurfaceKnowsItsVolumeAndCentroid() {
    double[] radii = new double[Icosphere.INSTANCE.size()];
    // A ball about (3, 0, 0) seen from the origin.
    for (int n = 0; n < radii.length; n++) {
      double x = Icosphere.INSTANCE.direction(n).x();
      radii[n] = 3 * x + Math.sqrt(100 - 9 * (1 - x * x));
    }
    StarSurface surface = new StarSurface(Vector3.ZERO, radii);
    // A polyhedron in a ball has less than its volume: 1 % for triangles of seven degrees.
    assertThat(surface.volumeMl()).isBetween(4.18879 * 0.985, 4.18879);
    assertThat(surface.centroid().x()).isCloseTo(3, within(0.02));
    assertThat(surface.contains(new Vector3(12.9, 0, 0))).isTrue();
    assertThat(surface.contains(new Vector3(-7.1, 0, 0))).isFalse();
  }

  @Test
  void theSphereOfDirectionsIsClosed() {
    Icosphere sphere = Icosphere.INSTANCE;
    assertThat(sphere.size()).isEqualTo(642);
    // Euler: corners - edges + faces = 2, with 3 edges to 2 faces.
    assertThat(sphere.triangles()).hasSize(2 * (642 - 2));
    for (int n = 0; n < sphere.size(); n++) {
      assertThat(sphere.direction(n).length()).isCloseTo(1, within(1e-12));
      assertThat(sphere.neighbours(n).size()).isBetween(5, 6);
    }
  }
}
