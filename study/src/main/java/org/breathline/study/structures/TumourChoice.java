package org.breathline.study.structures;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;

/** Which tumour is asked about. */
public sealed interface TumourChoice {

  /** For the provenance. */
  Map<String, Object> parameters();

  /** What is read for it, and must not be replaced by results. */
  List<Path> files();

  /**
   * A lung tumour that a person clicked.
   *
   * @param seed a point in it, LPS mm
   * @param percent the phase in which it was clicked; empty: the phase that fits best
   */
  record Clicked(Vector3 seed, Optional<Double> percent) implements TumourChoice {

    @Override
    public Map<String, Object> parameters() {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("seed", List.of(seed.x(), seed.y(), seed.z()));
      parameters.put("seedPercent", percent.<Object>map(p -> p).orElse("best"));
      return parameters;
    }

    @Override
    public List<Path> files() {
      return List.of();
    }
  }

  /**
   * A tumour that was drawn.
   *
   * @param structures the RT Structure Set
   * @param name of the tumour in it; empty: its first GTV, else its first other target
   * @param referencePercent the phase it was drawn on; empty: as the set's references say
   */
  record Drawn(Path structures, Optional<String> name, Optional<Double> referencePercent)
      implements TumourChoice {

    @Override
    public Map<String, Object> parameters() {
      Map<String, Object> parameters = new LinkedHashMap<>();
      parameters.put("target", name.orElse("first"));
      parameters.put("reference", referencePercent.<Object>map(p -> p).orElse("as drawn"));
      return parameters;
    }

    @Override
    public List<Path> files() {
      return List.of(structures);
    }
  }
}
