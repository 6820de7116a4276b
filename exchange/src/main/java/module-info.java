/** Core's things as DICOM objects and back, a package per object. */
module org.breathline.exchange {
  requires static transitive org.jspecify;
  requires transitive org.breathline.core;
  requires transitive org.breathline.dicom;
  requires org.breathline.kernel;

  exports org.breathline.exchange.ct;
  exports org.breathline.exchange.dose;
  exports org.breathline.exchange.phase;
  exports org.breathline.exchange.plan;
  exports org.breathline.exchange.registration;
  exports org.breathline.exchange.segmentation;
  exports org.breathline.exchange.structure;
  exports org.breathline.exchange.waveform;
}
