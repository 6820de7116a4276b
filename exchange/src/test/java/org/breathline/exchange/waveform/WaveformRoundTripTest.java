package org.breathline.exchange.waveform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.BitSet;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Unit;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.format.TraceFiles;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomReader;
import org.breathline.testkit.Property;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A trace that is written as a DICOM waveform comes back as it was on its grid. */
class WaveformRoundTripTest {

  @TempDir private Path folder;

  private BreathingTrace there(BreathingTrace trace) throws IOException {
    Path file = folder.resolve("trace.dcm");
    WaveformTraces.write(file, trace, TestTraces.CONTEXT);
    return TraceInterpretation.of(WaveformTraces.read(file), TraceOptions.DETECT).trace();
  }

  @Test
  void aRegularTraceComesBackSampleBySample() throws IOException {
    BreathingTrace trace = TestTraces.regular();
    Path file = folder.resolve("trace.dcm");
    Resampling cost = WaveformTraces.write(file, trace, TestTraces.CONTEXT);
    TraceInterpretation back =
        TraceInterpretation.of(WaveformTraces.read(file), TraceOptions.DETECT);

    assertThat(cost.frequencyHz()).isEqualTo(25);
    assertThat(cost.step()).isEqualTo(0.0005);
    assertThat(cost.largestError()).isLessThan(1e-9);
    assertThat(back.trace().size()).isEqualTo(trace.size());
    for (int i = 0; i < trace.size(); i++) {
      assertThat(back.trace().timeS(i)).isCloseTo(trace.timeS(i), within(1e-9));
      assertThat(back.trace().validity(i)).isEqualTo(trace.validity(i));
      if (trace.validity(i) != Validity.LOST) {
        assertThat(back.trace().amplitude(i))
            .isCloseTo(trace.amplitude(i), within(cost.step() / 2));
      }
    }
    assertThat(back.trace().beamOn()).isEqualTo(trace.beamOn());
    assertThat(back.beamOn().orElseThrow().reason()).isEqualTo("stated by the file");
    assertThat(back.inverted()).isFalse();
    assertThat(back.trace().unit()).isEqualTo(Unit.MILLIMETRE);
    assertThat(back.trace().origin())
        .isEqualTo(
            new BreathingTrace.Origin(
                trace.origin().patientId(), trace.origin().date(), "DICOM Respiratory Waveform"));
  }

  @Test
  void jitteredTracesComeBackWithinTheReportedError() {
    Property.holds(
        30,
        20,
        random -> {
          BreathingTrace trace = TestTraces.jittered(random, 1500, random.nextInt(1, 19));
          Path file = folder.resolve("trace.dcm");
          try {
            Resampling cost = WaveformTraces.write(file, trace, TestTraces.CONTEXT);
            BreathingTrace back =
                TraceInterpretation.of(WaveformTraces.read(file), TraceOptions.DETECT).trace();
            assertWithinReported(trace, back, cost);
            assertBeamOnAtNearest(trace, back);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private static void assertWithinReported(
      BreathingTrace trace, BreathingTrace back, Resampling cost) {
    int compared = 0;
    for (int i = 0; i < trace.size(); i++) {
      double timeS = trace.timeS(i);
      if (trace.validity(i) != Validity.LOST
          && timeS <= back.endS()
          && back.validityAt(timeS) != Validity.LOST) {
        compared++;
        assertThat(back.amplitudeAt(timeS))
            .isCloseTo(trace.amplitude(i), within(cost.largestError() + cost.step() / 2 + 1e-6));
      }
    }
    assertThat(compared).isGreaterThan(trace.size() * 9 / 10);
  }

  private static void assertBeamOnAtNearest(BreathingTrace trace, BreathingTrace back) {
    BitSet original = trace.beamOn().orElseThrow();
    BitSet found = back.beamOn().orElseThrow();
    for (int i = 0; i < back.size(); i++) {
      double timeS = back.timeS(i);
      int before = Math.clamp(trace.sampleBefore(timeS), 0, trace.size() - 2);
      double toBeforeS = Math.abs(timeS - trace.timeS(before));
      double toAfterS = Math.abs(timeS - trace.timeS(before + 1));
      if (Math.abs(toBeforeS - toAfterS) > 1e-6) {
        int nearest = toBeforeS < toAfterS ? before : before + 1;
        assertThat(found.get(i)).as("beam at sample %d", i).isEqualTo(original.get(nearest));
      }
    }
  }

  @Test
  void aGapIsLostAndNotDrawnOver() throws IOException {
    BreathingTrace whole = TestTraces.regular();
    int size = whole.size() - 50;
    double[] timesS = new double[size];
    double[] amplitudes = new double[size];
    Validity[] validities = new Validity[size];
    for (int i = 0; i < size; i++) {
      int from = i < 400 ? i : i + 50;
      timesS[i] = whole.timeS(from);
      amplitudes[i] = whole.amplitude(from);
      validities[i] = whole.validity(from);
    }
    BreathingTrace back =
        there(
            new BreathingTrace(
                timesS, amplitudes, validities, null, Unit.ARBITRARY, whole.origin()));

    assertThat(back.size()).isEqualTo(whole.size());
    assertThat(back.unit()).isEqualTo(Unit.ARBITRARY);
    assertThat(back.beamOn()).isEmpty();
    for (int i = 395; i < 455; i++) {
      assertThat(back.validity(i) == Validity.LOST).isEqualTo(i >= 400 && i < 450);
    }
  }

  @Test
  void statedPolarityAndBeamAreNotDetectedAnew() throws IOException {
    BreathingTrace upsideDown = TestTraces.regular().inverted();
    BitSet beam = new BitSet();
    beam.set(0, 300);
    beam.set(900, upsideDown.size());
    BreathingTrace trace =
        new BreathingTrace(
            upsideDown.timesS(),
            upsideDown.amplitudes(),
            TestTraces.validities(upsideDown),
            beam,
            Unit.MILLIMETRE,
            upsideDown.origin());
    BreathingTrace back = there(trace);

    assertThat(back.amplitude(100)).isCloseTo(trace.amplitude(100), within(0.0005));
    assertThat(back.beamOn()).contains(beam);
  }

  @Test
  void studyAndClockAreTakenFromTheGivenHeader() throws IOException {
    Dataset ct =
        new Dataset()
            .setString(Tag.SPECIFIC_CHARACTER_SET, "ISO_IR 192")
            .setString(Tag.PATIENT_ID, "P-7")
            .setString(Tag.PATIENT_NAME, "Test^Übung")
            .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("a study"))
            .setString(Tag.SYNCHRONIZATION_FRAME_OF_REFERENCE_UID, "1.2.840.10008.15.1.1")
            .setString(Tag.SERIES_DESCRIPTION, "not this one");
    Path file = folder.resolve("trace.dcm");
    WaveformTraces.write(
        file,
        TestTraces.regular(),
        TestTraces.CONTEXT
            .within(ct)
            .withClockZero(LocalDateTime.of(2021, 11, 13, 9, 30, 15, 250_000_000)));
    Dataset written = DicomReader.read(file).dataset();

    assertThat(written.string(Tag.SOP_CLASS_UID)).contains(SopClass.RESPIRATORY_WAVEFORM);
    assertThat(written.string(Tag.PATIENT_NAME)).contains("Test^Übung");
    assertThat(written.string(Tag.STUDY_INSTANCE_UID)).contains(Uid.fromName("a study"));
    assertThat(written.string(Tag.SYNCHRONIZATION_FRAME_OF_REFERENCE_UID))
        .contains("1.2.840.10008.15.1.1");
    assertThat(written.string(Tag.SERIES_DESCRIPTION)).contains("Breathing trace: Varian .vxp 1.6");
    assertThat(written.string(Tag.ACQUISITION_DATE_TIME)).contains("20211113093015.250000");
    assertThat(written.requireItem(Tag.WAVEFORM_SEQUENCE).decimal(Tag.MULTIPLEX_GROUP_TIME_OFFSET))
        .hasValue(185_666);
    TraceRecording back = WaveformTraces.read(file);
    assertThat(back.origin().patientId()).contains("P-7");
    assertThat(back.timesS()[0]).isEqualTo(185.666);
  }

  @Test
  void theSameTraceGivesTheSameFile() throws IOException {
    Path one = folder.resolve("one.dcm");
    Path two = folder.resolve("two.dcm");
    WaveformTraces.write(one, TestTraces.regular(), TestTraces.CONTEXT);
    WaveformTraces.write(two, TestTraces.regular(), TestTraces.CONTEXT);
    assertThat(one).hasSameBinaryContentAs(two);
  }

  @Test
  void anUnknownDayIsNotReadAsTheDayOfWriting() throws IOException {
    BreathingTrace known = TestTraces.regular();
    BreathingTrace back =
        there(
            new BreathingTrace(
                known.timesS(),
                known.amplitudes(),
                TestTraces.validities(known),
                null,
                Unit.MILLIMETRE,
                new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "test")));
    assertThat(back.origin().date()).isEmpty();
    assertThat(back.origin().patientId()).isEmpty();
  }

  @Test
  void aTraceWithoutAmplitudeIsRefused() {
    BreathingTrace trace =
        new BreathingTrace(
            new double[] {0, 1},
            new double[] {0, 0},
            new Validity[] {Validity.LOST, Validity.LOST},
            null,
            Unit.MILLIMETRE,
            TestTraces.regular().origin());
    assertThatThrownBy(
            () -> WaveformTraces.write(folder.resolve("no.dcm"), trace, TestTraces.CONTEXT))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("every sample of the trace is lost");
    assertThat(folder).isEmptyDirectory();
  }

  @Test
  void aFasterTraceIsResampledTo100Hz() throws IOException {
    double[] timesS = new double[1250];
    double[] amplitudes = new double[1250];
    Validity[] validities = new Validity[1250];
    SplittableRandom random = new SplittableRandom(4);
    for (int i = 0; i < timesS.length; i++) {
      timesS[i] = i / 125.0;
      amplitudes[i] = 500 * Math.sin(2 * timesS[i]) + random.nextDouble(-1, 1);
      validities[i] = Validity.VALID;
    }
    Resampling cost =
        WaveformTraces.write(
            folder.resolve("fast.dcm"),
            new BreathingTrace(
                timesS,
                amplitudes,
                validities,
                null,
                Unit.ARBITRARY,
                TestTraces.regular().origin()),
            TestTraces.CONTEXT);
    assertThat(cost.frequencyHz()).isEqualTo(100);
    assertThat(cost.largestError()).isBetween(0.1, 2.0);
  }

  @Test
  @RequiresData("traces/varian-rpm-real.vxp")
  void theRealVarianTraceComesBack() throws IOException {
    BreathingTrace trace =
        TraceInterpretation.of(
                TraceFiles.read(TestData.get("traces/varian-rpm-real.vxp")), TraceOptions.DETECT)
            .trace();
    Path file = folder.resolve("rpm.dcm");
    Resampling cost = WaveformTraces.write(file, trace, TestTraces.CONTEXT);
    BreathingTrace back =
        TraceInterpretation.of(WaveformTraces.readAny(file), TraceOptions.DETECT).trace();

    ValidationRecord.write(
        "respiration",
        "largest resampling error of the real Varian trace written as a DICOM waveform",
        cost.largestError(),
        "0: the original samples, by straight lines between the grid's",
        "0.2 mm",
        "mm");
    assertWithinReported(trace, back, cost);
    assertThat(cost.largestError()).isLessThan(0.2);
    assertThat(back.beamOn().orElseThrow().cardinality() / cost.frequencyHz())
        .isCloseTo(104.6, within(0.1));
  }
}
