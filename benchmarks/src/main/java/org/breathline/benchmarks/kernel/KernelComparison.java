package org.breathline.benchmarks.kernel;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;

/**
 * Runs every kernel's benchmark and prints, for each, how many gigabytes a second it reads and
 * writes, how that compares with its scalar oracle, and with copying memory in the same run. Of 30
 * short iterations the best counts: what else a machine does can only slow them.
 */
public final class KernelComparison {

  private static final String COPY = MemoryCopyBenchmark.class.getSimpleName() + ".copy";

  private KernelComparison() {}

  /**
   * Prints a table in Markdown.
   *
   * @param arguments regular expressions for the names of benchmarks; none means all
   * @throws RunnerException if a benchmark fails
   */
  public static void main(String[] arguments) throws RunnerException {
    var options =
        new OptionsBuilder()
            .include(MemoryCopyBenchmark.class.getName())
            .warmupIterations(10)
            .warmupTime(TimeValue.milliseconds(200))
            .measurementIterations(30)
            .measurementTime(TimeValue.milliseconds(100))
            .forks(1)
            .jvmArgsAppend("--add-modules=jdk.incubator.vector", "-Xmx2g");
    if (arguments.length == 0) {
      options.include(KernelComparison.class.getPackageName() + ".*");
    }
    for (String name : arguments) {
      options.include(name);
    }
    print(new Runner(options.build()).run());
  }

  private static void print(Collection<RunResult> results) {
    // Kernel to implementation to bytes a second: a benchmark's "operation" is a byte.
    Map<String, Map<String, Double>> rates = new TreeMap<>();
    for (RunResult result : results) {
      String[] name = result.getParams().getBenchmark().split("\\.", -1);
      String kernel = name[name.length - 2] + "." + name[name.length - 1];
      String implementation = result.getParams().getParam("implementation");
      rates
          .computeIfAbsent(kernel, k -> new TreeMap<>())
          .put(
              implementation == null ? "only" : implementation,
              result.getPrimaryResult().getStatistics().getMax());
    }
    double copy = rates.getOrDefault(COPY, Map.of()).getOrDefault("only", Double.NaN);
    System.out.println();
    System.out.println("| kernel | implementation | GB/s | to its scalar | to memory copy |");
    System.out.println("|---|---|---:|---:|---:|");
    rates.forEach((kernel, byImplementation) ->
        byImplementation.forEach((implementation, rate) ->
            System.out.printf(
                Locale.ROOT,
                "| %s | %s | %.1f | %.2f | %.2f |%n",
                kernel.replace("Benchmark", ""),
                implementation,
                rate / 1e9,
                rate / byImplementation.getOrDefault("scalar", rate),
                rate / copy)));
  }
}
