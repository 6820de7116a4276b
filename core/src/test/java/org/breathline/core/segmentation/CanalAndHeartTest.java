package org.breathline.core.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The organs that are found by way of others, on one phantom. */
final class CanalAndHeartTest {

  private static final Grid GRID =
      new Grid(
          138, 104, 94, new Vector3(-206, -154, -118), new Vector3(3, 3, 3), Orientation.AXIAL);

  private static final Phantom PHANTOM =
      new Phantom(4, MotionParameters.ofDome(20), Optional.empty());

  private static ShortVolume volume;
  private static short[] labels;
  private static RunLengthMask body;
  private static Optional<Airways> airways;
  private static Lungs lungs;
  private static Optional<SpinalCanal> canal;

  @BeforeAll
  static void segment() {
    volume = PHANTOM.volume(GRID, MotionState.REFERENCE, 15, 0);
    labels = PHANTOM.labels(GRID, MotionState.REFERENCE).values();
    body = BodyMask.of(volume);
    airways = Airways.of(volume, body);
    lungs = Lungs.of(volume, airways);
    canal = SpinalCanal.of(volume, body);
  }

  @Test
  void theCanalIsFollowedThroughTheWholeScan() {
    SpinalCanal found = canal.orElseThrow();
    double dice = LungsTest.dice(found.mask(), LungsTest.organs(labels, Organ.SPINAL_CANAL));
    ValidationRecord.write(
        "segmentation",
        "spinal canal of the phantom at 3 mm: Dice",
        dice,
        "1, the phantom's labels",
        "above 0.8: its arches are open",
        "");
    assertThat(dice).isGreaterThan(0.8);
    assertThat(found.centres()).hasSize(GRID.nz());
    // It runs at x = 0, y = 82 mm.
    assertThat(found.centres())
        .allSatisfy(c -> {
          assertThat(c.x()).isCloseTo(0, within(4.0));
          assertThat(c.y()).isCloseTo(82, within(5.0));
        });
    assertThat(found.enclosure()).isGreaterThan(SpinalCanal.DOUBTFUL_ENCLOSURE);
  }

  @Test
  void theHeartIsFoundApproximately() {
    Heart heart = Heart.of(volume, lungs, airways, canal).orElseThrow();
    double dice = LungsTest.dice(heart.mask(), LungsTest.organs(labels, Organ.HEART));
    ValidationRecord.write(
        "segmentation",
        "heart of the phantom at 3 mm: Dice",
        dice,
        "1, the phantom's labels",
        "above 0.85",
        "");
    assertThat(dice).isGreaterThan(0.85);
  }

  @Test
  void withoutLungsThereIsNoWayToTheHeart() {
    Lungs none = new Lungs(Optional.empty(), Optional.empty(), false);
    assertThat(Heart.of(volume, none, airways, canal)).isEmpty();
  }

  @Test
  void theRightDomeIsFoundToPartsOfASlice() {
    DiaphragmDome before =
        DiaphragmDome.of(volume, lungs.right().orElseThrow(), false).orElseThrow();
    MotionState inhaled = MotionState.held(1);
    ShortVolume full = PHANTOM.volume(GRID, inhaled, 15, 1);
    Lungs fullLungs = Lungs.of(full, Airways.of(full, BodyMask.of(full)));
    DiaphragmDome after =
        DiaphragmDome.of(full, fullLungs.right().orElseThrow(), false).orElseThrow();
    double descent = before.top().z() - after.top().z();
    ValidationRecord.write(
        "segmentation",
        "descent of the right dome between the ends of breathing, slices of 3 mm",
        descent,
        "20 mm",
        "within 1",
        "mm");
    assertThat(descent).isCloseTo(20, within(1.0));
  }
}
