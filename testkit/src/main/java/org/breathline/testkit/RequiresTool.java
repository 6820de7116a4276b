package org.breathline.testkit;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/** Skips a test, by name, where a program it compares with is not installed. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(RequirementConditions.class)
public @interface RequiresTool {

  /**
   * Programs on the PATH, such as {@code "dcmdump"}; {@code "python3:pydicom"} asks for a Python
   * module of the system's Python.
   */
  String[] value();
}
