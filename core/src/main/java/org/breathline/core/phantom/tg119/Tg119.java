package org.breathline.core.phantom.tg119;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Margin;
import org.breathline.core.structure.RunLengthMask;

/**
 * A test of the report: its structures, named as in the goals, in a phantom of water about the
 * origin. What the report says in numbers is so here; what it only draws (the C's opening, the mock
 * head and neck, where bladder and rectum lie) is of our choosing. Every phantom is laid on its
 * back, head to the gantry.
 */
public enum Tg119 {
  /**
   * A C of 15 to 37 mm radius and 80 mm length around a core of 10 mm radius and 100 mm length,
   * open over a quarter to posterior.
   */
  C_SHAPE {
    @Override
    void draw(Drawing drawing) {
      Solid core = Solid.cylinder(0, 0, 10, -50, 50);
      Solid opening = (x, y, z) -> y > Math.abs(x);
      drawing.add(
          "PTV",
          Solid.cylinder(0, 0, 37, -40, 40)
              .minus(Solid.cylinder(0, 0, 15, -40, 40))
              .minus(opening));
      drawing.add("Core", core);
    }
  },
  /** Three cylinders of 40 mm diameter and 40 mm length above each other. */
  MULTI_TARGET {
    @Override
    void draw(Drawing drawing) {
      drawing.add("Central", Solid.cylinder(0, 0, 20, -20, 20));
      drawing.add("Superior", Solid.cylinder(0, 0, 20, 20 + GAP_MM, 60));
      drawing.add("Inferior", Solid.cylinder(0, 0, 20, -60, -20 - GAP_MM));
    }
  },
  /**
   * A prostate of 40 x 26 x 65 mm, dented by a rectum of 15 mm diameter, with 6 mm around it; a
   * bladder of 50 x 40 x 50 mm over it.
   */
  PROSTATE {
    @Override
    void draw(Drawing drawing) {
      Solid rectum = Solid.cylinder(0, 18, 7.5, -60, 60);
      Solid prostate = Solid.ellipsoid(0, 0, 0, 20, 13, 32.5).minus(rectum);
      RunLengthMask ptv =
          Margin.isotropic(6).around(LevelSet.of(prostate.mask(drawing.grid))).mask();
      drawing.add("CTV", prostate);
      drawing.add("PTV", ptv);
      drawing.add("Rectum", rectum);
      drawing.add("Bladder", Solid.ellipsoid(0, -18, 32, 25, 20, 25).minus(prostate));
    }
  },
  /**
   * The front of a neck of 140 x 150 mm to 6 mm below the skin, nodes behind included, 15 mm away
   * from a cord of 10 mm radius less a half; two parotids at its upper end.
   */
  HEAD_NECK {
    @Override
    void draw(Drawing drawing) {
      Solid cord = Solid.cylinder(0, 25, 6, -75, 75);
      Solid parotidL = Solid.ellipsoid(47, 8, 42, 11, 15, 20);
      Solid parotidR = Solid.ellipsoid(-47, 8, 42, 11, 15, 20);
      Solid neck = Solid.ellipticalCylinder(70 - 6, 75 - 6, -55, 55);
      Solid awayFromCord = Solid.cylinder(0, 25, 6 + 15, -75, 75);
      Solid behind = (x, y, z) -> y > 40 || (y > 4 && Math.abs(x) < 21);
      Solid front = (x, y, z) -> y > -50;
      drawing.add(
          "PTV", neck.and(front).minus(awayFromCord).minus(behind).minus(parotidL).minus(parotidR));
      drawing.add("Cord", cord);
      drawing.add("Parotid-L", parotidL);
      drawing.add("Parotid-R", parotidR);
    }

    @Override
    Solid external() {
      return Solid.ellipticalCylinder(70, 75, -90, 90);
    }
  };

  /** Cylinders above each other don't share a slice. */
  private static final double GAP_MM = 0.5;

  private static final short AIR_HU = -1000;
  private static final double AIR_AROUND_MM = 12;

  /** The name of the outline among the structures. */
  public static final String EXTERNAL = "External";

  abstract void draw(Drawing drawing);

  /** The slab of the report, 300 mm wide; here 200 mm high and 180 mm long. */
  Solid external() {
    return Solid.box(150, 100, 90);
  }

  /**
   * The phantom.
   *
   * @param spacingMm of its voxels, mm
   */
  public PlanningPhantom phantom(double spacingMm) {
    Solid outline = external();
    double halfX = this == HEAD_NECK ? 70 : 150;
    double halfY = this == HEAD_NECK ? 75 : 100;
    int nx = 2 * (int) Math.ceil((halfX + AIR_AROUND_MM) / spacingMm) + 1;
    int ny = 2 * (int) Math.ceil((halfY + AIR_AROUND_MM) / spacingMm) + 1;
    int nz = 2 * (int) Math.floor(90 / spacingMm) + 1;
    Vector3 origin =
        new Vector3(-(nx / 2) * spacingMm, -(ny / 2) * spacingMm, -(nz / 2) * spacingMm);
    Grid grid =
        new Grid(
            nx, ny, nz, origin, new Vector3(spacingMm, spacingMm, spacingMm), Orientation.AXIAL);
    Drawing drawing = new Drawing(grid);
    RunLengthMask inside = outline.mask(grid);
    drawing.add(EXTERNAL, inside);
    draw(drawing);
    short[] hu = new short[grid.size()];
    Arrays.fill(hu, AIR_HU);
    for (int row = 0; row < inside.rows(); row++) {
      for (int run = inside.firstRun(row); run < inside.firstRun(row + 1); run++) {
        Arrays.fill(hu, row * nx + inside.start(run), row * nx + inside.end(run), (short) 0);
      }
    }
    return new PlanningPhantom(name(), new ShortVolume(grid, hu), drawing.regions);
  }

  /** Regions by name, in the order in which they were drawn. */
  static final class Drawing {

    private final Grid grid;
    private final Map<String, RunLengthMask> regions = new LinkedHashMap<>();

    Drawing(Grid grid) {
      this.grid = grid;
    }

    void add(String name, Solid solid) {
      add(name, solid.mask(grid));
    }

    void add(String name, RunLengthMask mask) {
      regions.put(name, mask);
    }
  }
}
