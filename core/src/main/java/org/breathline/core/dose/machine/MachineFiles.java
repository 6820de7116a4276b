package org.breathline.core.dose.machine;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.dose.PhotonBeamModel;
import org.breathline.core.dose.RadialTable;
import org.breathline.core.dose.photon.Spectrum;
import org.breathline.core.treatment.MultileafCollimator;

/**
 * Machine files: lines {@code key = value} with remarks after #, tables as {@code x:y} separated by
 * commas. The machines that come with the project are such files.
 */
public final class MachineFiles {

  /** The measured 6 MV beam of UMC Utrecht: depth doses and a profile of 10 x 10 and 40 x 40 cm. */
  public static final String MEASURED = "umcu-6mv";

  /** A point source with the spectrum of a 6 MV Clinac, as Monte Carlo runs have it. */
  public static final String POINT = "monte-carlo-point";

  /** A 6 MV machine like many, with 60 pairs of leaves. */
  public static final String GENERIC = "generic-6mv";

  /** The machines that come with the project. */
  public static final List<String> NAMES = List.of(GENERIC, MEASURED, POINT);

  private static final int MOST_LINES = 10_000;

  private final String file;
  private final Map<String, String> values = new HashMap<>();

  private MachineFiles(String file) {
    this.file = file;
  }

  /**
   * A machine that comes with the project.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static Machine named(String name) {
    if (!NAMES.contains(name)) {
      throw new IllegalArgumentException(
          "no machine is called %s; there are %s".formatted(name, String.join(", ", NAMES)));
    }
    String resource = name + ".machine";
    try (InputStream in = MachineFiles.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("the resource " + resource + " is missing");
      }
      return read(in, resource);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a machine.
   *
   * @param file what to call it in messages
   * @throws MachineFileException if a key is missing or a value can't be
   */
  public static Machine read(InputStream in, String file) throws IOException {
    MachineFiles reader = new MachineFiles(file);
    reader.lines(in);
    try {
      return reader.machine();
    } catch (IllegalArgumentException e) {
      throw new MachineFileException("%s: %s".formatted(file, e.getMessage()));
    }
  }

  private void lines(InputStream in) throws IOException {
    BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
    int number = 0;
    for (String line = reader.readLine(); line != null; line = reader.readLine()) {
      number++;
      if (number > MOST_LINES) {
        throw new MachineFileException("%s has more than %d lines".formatted(file, MOST_LINES));
      }
      int remark = line.indexOf('#');
      String text = (remark >= 0 ? line.substring(0, remark) : line).strip();
      int equals = text.indexOf('=');
      if (!text.isEmpty() && equals < 1) {
        throw new MachineFileException("%s, line %d: expected key = value".formatted(file, number));
      }
      if (!text.isEmpty()) {
        values.put(text.substring(0, equals).strip(), text.substring(equals + 1).strip());
      }
    }
  }

  private Machine machine() throws MachineFileException {
    double[][] lines = table("spectrum");
    double[][] profile = table("profile");
    double[][] softening = table("softening");
    PhotonBeamModel beam =
        new PhotonBeamModel(
            new Spectrum(lines[0], lines[1]),
            new RadialTable(profile[0], profile[1]),
            new RadialTable(softening[0], softening[1]),
            number("source-sigma-mm"),
            number("head-scatter"),
            number("head-scatter-sigma-mm"),
            number("electrons"),
            number("electron-attenuation-cm2-per-g"),
            number("electron-sigma-mm"),
            number("photons-per-cm2-and-monitor-unit"));
    Collimation collimation =
        new Collimation(
            number("jaw-transmission"),
            number("leaf-transmission"),
            number("leaf-tip-mm"),
            number("tongue-mm"));
    OutputReference reference =
        new OutputReference(
            number("reference-field-mm"),
            number("reference-surface-mm"),
            number("reference-depth-mm"),
            number("reference-gy-per-monitor-unit"));
    return new Machine(
        text("name"), number("source-axis-mm"), beam, collimation, leaves(), reference);
  }

  private Optional<MultileafCollimator> leaves() throws MachineFileException {
    if (!values.containsKey("leaf-boundaries-mm")) {
      return Optional.empty();
    }
    String[] cells = text("leaf-boundaries-mm").split(",", -1);
    double[] boundaries = new double[cells.length];
    for (int i = 0; i < cells.length; i++) {
      boundaries[i] = number("leaf-boundaries-mm", cells[i]);
    }
    return Optional.of(new MultileafCollimator(MultileafCollimator.Travel.X, boundaries));
  }

  private double[][] table(String key) throws MachineFileException {
    String[] cells = text(key).split(",", -1);
    double[][] table = new double[2][cells.length];
    for (int i = 0; i < cells.length; i++) {
      String[] pair = cells[i].split(":", -1);
      if (pair.length != 2) {
        throw new MachineFileException(
            "%s, %s: expected pairs x:y, not %s".formatted(file, key, cells[i].strip()));
      }
      table[0][i] = number(key, pair[0]);
      table[1][i] = number(key, pair[1]);
    }
    return table;
  }

  private String text(String key) throws MachineFileException {
    String value = values.get(key);
    if (value == null) {
      throw new MachineFileException("%s: there is no line %s = ...".formatted(file, key));
    }
    return value;
  }

  private double number(String key) throws MachineFileException {
    return number(key, text(key));
  }

  private double number(String key, String value) throws MachineFileException {
    try {
      double number = Double.parseDouble(value.strip());
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Told below, as a number that isn't finite.
    }
    throw new MachineFileException(
        "%s, %s: expected a number, not %s".formatted(file, key, value.strip()));
  }
}
