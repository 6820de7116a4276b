package org.breathline.billing.documentation;

import java.time.LocalDate;
import java.util.List;
import org.breathline.billing.documentation.Figure.Topic;
import org.breathline.billing.documentation.SourceObject.Role;
import org.jspecify.annotations.Nullable;

/** A simulation of a lung tumour, documented in full; nobody in it exists. */
public final class Samples {

  static final LocalDate SCAN = LocalDate.of(2026, 3, 10);

  private Samples() {}

  public static EvidenceRecord evidence(String contoursDigest, double motionMm) {
    return new EvidenceRecord(
        "1.2.3",
        "CT",
        SCAN,
        "Breathline 0.1.0",
        List.of(
            object("ct", Role.IMAGES, "a"),
            object("trace", Role.TRACE, "b"),
            object("rs", Role.CONTOURS, contoursDigest),
            object("rp", Role.PLAN, "d")),
        List.of(
            Figure.of(Topic.SURROGATE, "surrogate", "external marker", "trace"),
            Figure.of(Topic.PHASES, "phases", 10, "", "ct"),
            Figure.of(Topic.MOTION, "tumour, superior-inferior", motionMm, "mm", "rs")),
        List.of());
  }

  static SourceObject object(String id, Role role, String digest) {
    return new SourceObject(id, role, null, "1.2.3." + id, 1, digest.repeat(64));
  }

  static Supplement.Sign signature(String at) {
    return new Supplement.Sign("R. Oncologist, MD", "physician", at, "interpreted and approved");
  }

  public static Supplement stated() {
    return stated(technique(Management.FREE_BREATHING, "external marker", null, null, null));
  }

  static Supplement.Technique technique(
      Management management,
      @Nullable String surrogate,
      @Nullable String device,
      @Nullable String coaching,
      @Nullable String window) {
    return new Supplement.Technique(null, management, surrogate, device, coaching, window);
  }

  static Supplement stated(Supplement.Technique technique) {
    return new Supplement(
        new Supplement.Order("R. Oncologist, MD", SCAN.minusDays(7), "4DCT simulation"),
        new Supplement.Indication(
            SCAN.minusDays(9), "right lower lobe", "near the diaphragm", "CT of 1 March 2026"),
        technique,
        List.of(),
        new Supplement.Decision(
            Management.FREE_BREATHING, "ITV suffices", "R. Oncologist, MD", SCAN.plusDays(1)),
        "The tumour moves along the body's axis.",
        "The PTV is made around the ITV.",
        new Supplement.Interpretation("ITV approach fits.", "R. Oncologist, MD", SCAN.plusDays(1)),
        List.of(
            new Supplement.Sign(
                "M. Physicist, PhD", "physicist", "2026-03-11T09:00:00Z", "checked")),
        signature("2026-03-11T10:00:00Z"),
        null);
  }
}
