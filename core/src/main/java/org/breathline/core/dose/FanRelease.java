package org.breathline.core.dose;

import java.util.stream.IntStream;
import org.breathline.core.dose.photon.TermaTable;
import org.breathline.kernel.ConeMedium;

/**
 * What a beam of one open fluence everywhere releases in every cell of a fan, by what a cell has in
 * front of it; times the square of the distance from the source over that of the isocentre, since
 * cells grow as beams thin out.
 */
final class FanRelease {

  private final FanGrid fan;
  private final float[] mass;
  private final float[] primary;
  private final float[] scatter;
  private final float[] electrons;

  FanRelease(FanMatter matter, PhotonBeamModel model, TermaTable terma) {
    fan = matter.fan();
    mass = matter.mass();
    primary = new float[fan.size()];
    scatter = new float[fan.size()];
    electrons = new float[model.electrons() > 0 ? fan.size() : 0];
    IntStream.range(0, fan.ny())
        .parallel()
        .forEach(j -> {
          for (int i = 0; i < fan.nx(); i++) {
            column(matter, model, terma, i, j);
          }
        });
  }

  private void column(FanMatter matter, PhotonBeamModel model, TermaTable terma, int i, int j) {
    double sad = fan.frame().sourceAxisMm();
    double radius = Math.hypot(fan.xMm(i), fan.yMm(j));
    double softening = model.softening().at(radius);
    // Fluence falls with the square of the distance from the source, of which a part is the rays'.
    double oblique = 1 / (1 + radius * radius / (sad * sad));
    for (int k = 0; k < fan.nz(); k++) {
      int at = (k * fan.ny() + j) * fan.nx() + i;
      if (mass[at] > 0) {
        double behind = matter.depth()[at];
        double factor = oblique * matter.electronsPerMass()[at];
        primary[at] = (float) (factor * terma.primary(behind * softening));
        scatter[at] = (float) (factor * terma.scatter(behind * softening));
        if (electrons.length > 0) {
          double left = Math.exp(-model.electronAttenuation() * behind);
          electrons[at] = (float) (oblique * model.electrons() * terma.primary(0) * left);
        }
      }
    }
  }

  /**
   * Fills in what a beam releases in a box of columns, and the dose of the head's electrons.
   *
   * @param medium receives mass, released energy and dose of its columns
   * @param fluence what passes
   * @param firstX the first column of the medium
   * @param firstY the same along y
   */
  void fill(ConeMedium medium, BeamFluence fluence, int firstX, int firstY) {
    float[] photons = new float[medium.nx() * medium.ny()];
    float[] electronFluence = new float[electrons.length > 0 ? photons.length : 0];
    double half = fan.cellMm() / 2;
    for (int column = 0; column < photons.length; column++) {
      double x = fan.xMm(firstX + column % medium.nx());
      int columnY = column / medium.nx();
      double y = fan.yMm(firstY + columnY);
      if (!fluence.misses(x, y, half, half)) {
        photons[column] = (float) fluence.photons(x, y, half, half);
        if (electronFluence.length > 0) {
          electronFluence[column] = (float) fluence.electrons(x, y, half, half);
        }
      }
    }
    for (int row = 0; row < medium.ny() * medium.nz(); row++) {
      int j = row % medium.ny();
      int from = (row / medium.ny() * fan.ny() + firstY + j) * fan.nx() + firstX;
      int to = row * medium.stride();
      System.arraycopy(mass, from, medium.density(), to, medium.nx());
      for (int i = 0; i < medium.nx(); i++) {
        float passing = photons[j * medium.nx() + i];
        medium.primary()[to + i] = passing * primary[from + i];
        medium.scatter()[to + i] = passing * scatter[from + i];
        if (electronFluence.length > 0) {
          medium.dose()[to + i] = electronFluence[j * medium.nx() + i] * electrons[from + i];
        }
      }
    }
    medium.findExtents();
  }
}
