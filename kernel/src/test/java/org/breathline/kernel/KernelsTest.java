package org.breathline.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Test;

/** Which implementation a program gets, however it is started. */
final class KernelsTest {

  private static final String CLASSES = Path.of("target", "classes").toString();
  private static final String TEST_CLASSES = Path.of("target", "test-classes").toString();
  private static final String ADD_VECTOR = "--add-modules=jdk.incubator.vector";
  private static final String ADD_KERNEL = "--add-modules=org.breathline.kernel";

  @Test
  void theVectorOnesAreChosenInThisRun() {
    assertThat(Kernels.chosen().name()).startsWith("vector");
  }

  @Test
  void theVectorOnesAreChosenOnTheClassPath() {
    assertThat(started(ADD_VECTOR, "-cp", onClassPath()))
        .contains("counted 100 with vector")
        .doesNotContain("Scalar kernels");
  }

  @Test
  void theVectorOnesAreChosenOnTheModulePath() {
    assertThat(started(ADD_VECTOR, ADD_KERNEL, "-p", CLASSES, "-cp", TEST_CLASSES))
        .contains("counted 100 with vector")
        .doesNotContain("Scalar kernels");
  }

  @Test
  void withoutTheVectorModuleTheScalarOnesWorkAndTheLogSaysSo() {
    assertThat(started("-cp", onClassPath()))
        .contains("counted 100 with scalar")
        .contains("Scalar kernels: start Java with --add-modules jdk.incubator.vector");
    assertThat(started(ADD_KERNEL, "-p", CLASSES, "-cp", TEST_CLASSES))
        .contains("counted 100 with scalar")
        .contains("Scalar kernels: start Java with --add-modules jdk.incubator.vector");
  }

  @Test
  void thePropertyAsksForTheScalarOnes() {
    assertThat(started(ADD_VECTOR, "-Dbreathline.kernels=scalar", "-cp", onClassPath()))
        .contains("counted 100 with scalar")
        .doesNotContain("Scalar kernels"); // asked for: nothing to remark
  }

  private static String onClassPath() {
    return CLASSES + java.io.File.pathSeparator + TEST_CLASSES;
  }

  private static String started(String... javaOptions) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(javaOptions));
    command.add("org.breathline.kernelchoice.PrintChosenKernels");
    Tool.Result result = Tool.run(command, 60);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }
}
