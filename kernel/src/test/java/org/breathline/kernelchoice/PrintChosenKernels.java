package org.breathline.kernelchoice;

import org.breathline.kernel.Kernels;

/**
 * Says on standard output which kernels a program gets, having used one. In a package of its own,
 * so that it can also be on the class path beside the kernel module.
 */
public final class PrintChosenKernels {

  private PrintChosenKernels() {}

  /** Prints one line. */
  public static void main(String[] arguments) {
    int counted = Kernels.thresholdCounting().below(new short[100], 0, 100, 1);
    System.out.println("counted " + counted + " with " + Kernels.chosen().name());
  }
}
