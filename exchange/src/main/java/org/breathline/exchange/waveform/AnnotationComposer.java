package org.breathline.exchange.waveform;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;

/**
 * Composes the Waveform Annotation Sequence (PS3.3, C.10.10): the Respiratory Waveform IOD has room
 * for one channel, so beam-on and doubtful stretches are annotations of it, by sample positions.
 */
final class AnnotationComposer {

  /** A value with a 16-bit length holds 16,383 positions; two are a segment. */
  private static final int SEGMENTS_PER_ITEM = 8000;

  private final List<Dataset> items = new ArrayList<>();

  /** All items so far. */
  List<Dataset> items() {
    return items;
  }

  /** Adds words about the whole waveform. */
  AnnotationComposer text(String words) {
    items.add(item().setString(Tag.UNFORMATTED_TEXT_VALUE, words));
    return this;
  }

  /** Adds words about samples; nothing where there are none. */
  AnnotationComposer text(String words, BitSet samples) {
    for (int[] positions : segments(samples)) {
      items.add(at(item().setString(Tag.UNFORMATTED_TEXT_VALUE, words), positions));
    }
    return this;
  }

  /** Adds a concept that holds for samples; nothing where there are none. */
  AnnotationComposer concept(CodedConcept concept, BitSet samples) {
    for (int[] positions : segments(samples)) {
      items.add(at(item().setItems(Tag.CONCEPT_NAME_CODE_SEQUENCE, concept.items()), positions));
    }
    return this;
  }

  private static Dataset item() {
    return new Dataset().setInteger(Tag.REFERENCED_WAVEFORM_CHANNELS, 1, 1);
  }

  private static Dataset at(Dataset item, int[] positions) {
    return item.setString(
            Tag.TEMPORAL_RANGE_TYPE, positions.length == 2 ? "SEGMENT" : "MULTISEGMENT")
        .setInteger(Tag.REFERENCED_SAMPLE_POSITIONS, positions);
  }

  /** First and last sample of every stretch, counted from 1, in portions that fit one item. */
  private static List<int[]> segments(BitSet samples) {
    List<int[]> portions = new ArrayList<>();
    List<Integer> ends = new ArrayList<>();
    for (int first = samples.nextSetBit(0); first >= 0; ) {
      int after = samples.nextClearBit(first);
      ends.add(first + 1);
      ends.add(after);
      first = samples.nextSetBit(after);
      if (first < 0 || ends.size() == 2 * SEGMENTS_PER_ITEM) {
        portions.add(ends.stream().mapToInt(Integer::intValue).toArray());
        ends.clear();
      }
    }
    return portions;
  }
}
