/**
 * Number crunching on primitive arrays: one scalar oracle and one vector implementation a kernel.
 */
module org.breathline.kernel {
  requires static transitive org.jspecify;
  requires static jdk.incubator.vector;

  exports org.breathline.kernel;

  uses org.breathline.kernel.KernelSet;

  provides org.breathline.kernel.KernelSet with
      org.breathline.kernel.vector.VectorKernels;
}
