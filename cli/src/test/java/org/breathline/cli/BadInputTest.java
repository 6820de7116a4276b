package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BeamIntervals;
import org.breathline.core.respiration.TimeInterval;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.breathline.dicom.data.Tag;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Everything that people get wrong, and disks: each ends in one clear sentence and its exit code,
 * with nothing written and nobody named.
 */
final class BadInputTest {

  private static final byte[] JPEG = {
    (byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0, 0, 16, 'J', 'F', 'I', 'F', 0, 1, 1, 0
  };

  @TempDir Path folder;
  private Path scan;
  private Path trace;
  private Path out;
  private List<Path> slices = List.of();
  private List<String> before = List.of();

  @BeforeEach
  void writeAGoodScan() throws IOException {
    scan = folder.resolve("scan");
    trace = folder.resolve("trace.vxp");
    out = folder.resolve("new/out");
    slices = TinyScan.writeScan(scan);
    TinyScan.writeTrace(trace);
  }

  /** Runs a command line that must fail, and must leave everything as it was. */
  private CommandRun spoilt(Object... arguments) throws IOException {
    before = TinyScan.listing(folder);
    return CommandRun.of(arguments);
  }

  private CommandRun sort() throws IOException {
    return spoilt("sort", scan, "--trace", trace, "--out", out);
  }

  @AfterEach
  void nothingIsLeftBehind() throws IOException {
    if (!before.isEmpty()) {
      assertThat(TinyScan.listing(folder)).isEqualTo(before);
    }
  }

  // --- the files of a scan ---------------------------------------------------------------------

  @Test
  void aGoodScanIsSorted() {
    CommandRun.of("sort", scan, "--trace", trace, "--out", out).succeeded();
    assertThat(out.resolve("sort.json")).isRegularFile();
  }

  @Test
  void truncatedInThePixels() throws IOException {
    truncate(slices.get(17), 1500);
    sort().failed(3, "slice-018.dcm", "byte ", "(7FE0,0010)");
  }

  @Test
  void truncatedInTheHeader() throws IOException {
    truncate(slices.get(17), 700);
    sort().failed(3, "slice-018.dcm", "byte ");
  }

  @Test
  void zeroLengthAndRandomFilesBesideTheScanAreSkippedAndCounted() throws IOException {
    Files.createFile(scan.resolve("empty.dcm"));
    byte[] noise = new byte[5000];
    new SplittableRandom(1).nextBytes(noise);
    Files.write(scan.resolve("noise.dcm"), noise);
    CommandRun info = CommandRun.of("info", scan).succeeded();
    assertThat(info.out()).contains("2 files that are no DICOM");
    CommandRun sorted = CommandRun.of("sort", scan, "--trace", trace, "--out", out).succeeded();
    assertThat(sorted.out()).contains("2 files that are no DICOM");
  }

  @Test
  void correctionsOfATraceThatIsNotGiven() throws IOException {
    spoilt("phantom", "--edits", trace, "--out", out).failed(2, "--edits", "--trace");
  }

  @Test
  void correctionsThatTheResultWouldReplace() throws IOException {
    CommandRun.of("sort", scan, "--trace", trace, "--out", out).succeeded();
    Path edits = Files.writeString(out.resolve("edits.json"), "{}");
    spoilt("sort", scan, "--trace", trace, "--edits", edits, "--out", out)
        .failed(2, "edits.json", "would replace");
  }

  @Test
  void zeroLengthInPlaceOfASlice() throws IOException {
    truncate(slices.get(5), 0);
    sort().failed(3, "no slice at 5.00 mm", "scan");
  }

  @Test
  void nothingButRandomFiles() throws IOException {
    Path noise = Files.createDirectory(folder.resolve("noise"));
    SplittableRandom random = new SplittableRandom(2);
    for (int i = 0; i < 3; i++) {
      byte[] bytes = new byte[1000];
      random.nextBytes(bytes);
      Files.write(noise.resolve(i + ".dcm"), bytes);
    }
    spoilt("sort", noise, "--trace", trace, "--out", out)
        .failed(3, "noise holds no CT image", "3 files that are no DICOM");
  }

  @Test
  void unknownTransferSyntax() throws IOException {
    replace(slices.get(3), "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.9\0");
    sort().failed(3, "slice-004.dcm", "(0002,0010)", "transfer syntax is not supported");
  }

  @Test
  void littleEndianSaidToBeBigEndian() throws IOException {
    replace(slices.get(3), "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2.2\0");
    sort().failed(3, "slice-004.dcm");
  }

  @Test
  void explicitSaidToBeImplicitIsReadAllTheSame() throws IOException {
    replace(slices.get(3), "1.2.840.10008.1.2.1\0", "1.2.840.10008.1.2\0\0\0");
    CommandRun.of("sort", scan, "--trace", trace, "--out", out).succeeded();
  }

  @Test
  void oneSliceMissing() throws IOException {
    Files.delete(slices.get(5));
    sort().failed(3, "no slice at 5.00 mm", "the other acquisitions of its slab have one");
  }

  @Test
  void oneSliceDoubled() throws IOException {
    Files.copy(slices.get(5), scan.resolve("copy.dcm"));
    sort().failed(3, "The slice at 5.00 mm", "is there 2 times");
  }

  @Test
  void twoPatients() throws IOException {
    TinyScan.change(slices.get(5), slice -> slice.setString(Tag.PATIENT_ID, "PID-902105"));
    sort().failed(3, "CT images of 2 patients", "separate them first");
    assertThat(CommandRun.of("info", scan).succeeded().out()).contains("more than one patient");
    spoilt("simulate", scan, "--trace", trace, "--out", out).failed(3, "2 patients");
    spoilt("replay", scan, "--trace", trace, "--out", out).failed(3, "2 patients");
  }

  @Test
  void tiltedGantry() throws IOException {
    double tilt = Math.toRadians(12);
    for (Path slice : slices) {
      TinyScan.change(
          slice,
          header ->
              header.setDecimal(
                  Tag.IMAGE_ORIENTATION_PATIENT, 1, 0, 0, 0, Math.cos(tilt), Math.sin(tilt)));
    }
    sort().failed(3, "gantry is tilted by 12.0 degrees");
  }

  @Test
  void mixedGeometry() throws IOException {
    TinyScan.change(slices.get(5), slice -> slice.setDecimal(Tag.PIXEL_SPACING, 3, 3));
    sort().failed(3, "1 of 120 slices have another geometry", "3.0000 x 3.0000 mm");
  }

  @Test
  void noPlace() throws IOException {
    TinyScan.change(slices.get(5), slice -> slice.remove(Tag.IMAGE_POSITION_PATIENT));
    sort().failed(3, "slice-006.dcm", "(0020,0032)");
  }

  @Test
  void noTimes() throws IOException {
    for (Path slice : slices) {
      TinyScan.change(slice, header -> header.remove(Tag.ACQUISITION_TIME));
    }
    sort().failed(3, "120 of 120 slices do not say when they were acquired");
  }

  @Test
  void sortedAlready() throws IOException {
    Path sorted = folder.resolve("sorted");
    TinyScan.writeSorted(sorted);
    spoilt("sort", sorted, "--trace", trace, "--out", out)
        .failed(3, "sorted already (5 phases)", "nothing to sort");
  }

  @Test
  void unsortedScanToReplay() throws IOException {
    spoilt("replay", scan, "--trace", trace, "--out", out)
        .failed(3, "scan is no 4DCT sorted by phase");
  }

  @Test
  void aPhaseWithoutASlice() throws IOException {
    Path sorted = folder.resolve("sorted");
    Files.delete(TinyScan.writeSorted(sorted).get(TinyScan.SLICE_POSITIONS + 4));
    spoilt("simulate", sorted, "--out", out).failed(3, "the 20 % phase", "one missing");
    spoilt("replay", sorted, "--trace", trace, "--out", out).failed(3, "the 20 % phase");
  }

  // --- the trace -------------------------------------------------------------------------------

  @Test
  void beamOnOutsideTheScan() throws IOException {
    SyntheticBreathing breathing = SyntheticBreathing.regular(BreathShape.QUIET, 30);
    TinyScan.writeTrace(trace, breathing, new BeamIntervals(List.of(new TimeInterval(25, 27))));
    sort().failed(3, "lie outside the beam-on time that the trace recorded");
  }

  @Test
  void beamOnThatNeverOccurs() throws IOException {
    spoilt("sort", scan, "--trace", trace, "--out", out, "--beam-on", "ttlin=7")
        .failed(2, "ttlin=7", "never has this value");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--beam-on", "laser=1")
        .failed(2, "laser=1", "it has ttlin, ttlout");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--beam-on", "ttlin")
        .failed(2, "--beam-on", "COLUMN=VALUE");
  }

  @Test
  void noBreath() throws IOException {
    StringBuilder flat = new StringBuilder("time,amplitude\n");
    for (int i = 0; i < 750; i++) {
      flat.append(i / 25.0).append(",1.5\n");
    }
    trace = Files.writeString(folder.resolve("flat.csv"), flat);
    sort().failed(3, "flat.csv", "no breath");
    spoilt("trace", trace, "--out", out).failed(3, "flat.csv", "no breath");
  }

  @Test
  void farTooShort() throws IOException {
    SyntheticBreathing breathing = SyntheticBreathing.regular(BreathShape.QUIET, 9);
    TinyScan.writeTrace(trace, breathing, new BeamIntervals(List.of(new TimeInterval(2.4, 9))));
    sort().failed(3, "lie in no breath of the trace");
  }

  @Test
  void emptyTrace() throws IOException {
    trace = Files.createFile(folder.resolve("empty.vxp"));
    sort().failed(3, "empty.vxp: the file is empty");
    spoilt("trace", trace).failed(3, "empty.vxp: the file is empty");
  }

  @Test
  void aPictureForATrace() throws IOException {
    trace = Files.write(folder.resolve("holiday.jpg"), JPEG);
    sort().failed(3, "holiday.jpg", "expected text");
    spoilt("trace", trace).failed(3, "holiday.jpg", "expected text");
  }

  @Test
  void aCtSliceForATrace() throws IOException {
    trace = slices.getFirst();
    sort().failed(3, "slice-001.dcm", "waveform");
  }

  @Test
  void aDamagedLineInTheTrace() throws IOException {
    List<String> lines = Files.readAllLines(trace);
    lines.set(200, lines.get(200).replaceFirst("^[^,]*", "PID-90210"));
    Files.write(trace, lines);
    sort().failed(3, "trace.vxp, line 201");
  }

  @Test
  void editsOfAnotherTrace() throws IOException {
    Path edits =
        Files.writeString(
            folder.resolve("edits.txt"),
            "breathline edits 1\ntrace 0123456789abcdef0123456789abcdef\nremove inhale 6.4\n");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--edits", edits)
        .failed(3, "edits.txt", "another trace");
    Files.writeString(edits, "please move the peak at 6.4 s\n");
    spoilt("trace", trace, "--edits", edits).failed(3, "edits.txt, line 1", "breathline edits 1");
  }

  // --- what was asked for ----------------------------------------------------------------------

  @Test
  void pathsThatAreNotThere() throws IOException {
    Path gone = folder.resolve("gone");
    spoilt("info", gone).failed(2, "gone is not there");
    spoilt("trace", gone).failed(2, "gone is not there");
    spoilt("trace", scan).failed(2, "is not a file");
    spoilt("sort", gone, "--trace", trace, "--out", out).failed(2, "gone is not there");
    spoilt("sort", scan, "--trace", gone, "--out", out).failed(2, "gone is not there");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--edits", gone)
        .failed(2, "gone is not there");
    spoilt("simulate", gone, "--out", out).failed(2, "gone is not there");
    spoilt("replay", gone, "--trace", trace, "--out", out).failed(2, "gone is not there");
  }

  @Test
  void resultsThatWouldHideOrReplaceSomething() throws IOException {
    spoilt("sort", scan, "--trace", trace, "--out", trace).failed(2, "trace.vxp is a file");
    spoilt("sort", scan, "--trace", trace, "--out", trace.resolve("in"))
        .failed(3, "trace.vxp is a file");
    spoilt("sort", scan, "--trace", trace, "--out", folder)
        .failed(2, "holds files that Breathline did not write");
  }

  @Test
  void resultsThatWouldReplaceTheScan() throws IOException {
    Files.writeString(folder.resolve("breathline.json"), "{}");
    spoilt("sort", scan, "--trace", trace, "--out", folder).failed(2, "scan lies in");
    spoilt("simulate", scan, "--trace", trace, "--out", folder).failed(2, "scan lies in");
    spoilt("trace", trace, "--out", folder).failed(2, "trace.vxp lies in");
  }

  @Test
  void anUnsortedScanWithoutATrace() throws IOException {
    spoilt("simulate", scan, "--out", out).failed(2, "unsorted scan", "--trace");
  }

  @Test
  void numbersOutOfRange() throws IOException {
    spoilt("sort", scan, "--trace", trace, "--out", out, "--bins", 0).failed(2, "not 0");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--bins", 101).failed(2, "not 101");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--by", "mood").failed(2, "--by", "mood");
    spoilt("sort", scan, "--trace", trace, "--out", out, "--offset", "NaN").failed(2, "--offset");
  }

  // --- the disk --------------------------------------------------------------------------------

  @Test
  @RequiresTool({"mount", "umount"})
  void fullDisk() throws IOException {
    Path disk = Files.createDirectory(folder.resolve("disk"));
    assumeTrue(
        Tool.run(List.of("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", disk.toString()), 10)
                .exitCode()
            == 0,
        "a small disk can only be made by root");
    try {
      spoilt("sort", scan, "--trace", trace, "--out", disk.resolve("out"))
          .failed(3, "No space left on device", "out", "nothing was left half-written");
      assertThat(TinyScan.listing(disk)).containsExactly("");
    } finally {
      Tool.run(List.of("umount", disk.toString()), 10);
    }
  }

  @Test
  void aParentThatMayNotBeWrittenTo() throws IOException {
    Path locked = Files.createDirectory(folder.resolve("locked"));
    assertThat(locked.toFile().setWritable(false)).isTrue();
    try {
      assumeTrue(!Files.isWritable(locked), "root may write everywhere");
      spoilt("sort", scan, "--trace", trace, "--out", locked.resolve("out"))
          .failed(3, "locked: it may not be written to");
    } finally {
      assertThat(locked.toFile().setWritable(true)).isTrue();
    }
  }

  // --- spoiling --------------------------------------------------------------------------------

  private static void truncate(Path file, int length) throws IOException {
    Files.write(file, Arrays.copyOf(Files.readAllBytes(file), length));
  }

  /** Replaces ASCII bytes by as many others. */
  private static void replace(Path file, String what, String by) throws IOException {
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    assertThat(text).contains(what);
    assertThat(by).hasSameSizeAs(what);
    Files.writeString(file, text.replace(what, by), StandardCharsets.ISO_8859_1);
  }
}
