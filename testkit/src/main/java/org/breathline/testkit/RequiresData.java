package org.breathline.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test, by name, where the shared data it needs is absent. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequirementConditions.class)
public @interface RequiresData {

  /** Paths under the data folder, such as {@code "4dct/popi-light"}. */
  String[] value();
}
