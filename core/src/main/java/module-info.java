/** The science of respiration-correlated CT: it knows nothing of DICOM. */
module org.breathline.core {
  requires static transitive org.jspecify;
  requires transitive org.breathline.kernel;
  requires org.locationtech.jts;

  exports org.breathline.core.dose;
  exports org.breathline.core.dose.machine;
  exports org.breathline.core.dose.medium;
  exports org.breathline.core.dose.photon;
  exports org.breathline.core.evaluation;
  exports org.breathline.core.field;
  exports org.breathline.core.field.format;
  exports org.breathline.core.fourd;
  exports org.breathline.core.geometry;
  exports org.breathline.core.image;
  exports org.breathline.core.image.format;
  exports org.breathline.core.motion;
  exports org.breathline.core.motion.management;
  exports org.breathline.core.phantom;
  exports org.breathline.core.phantom.tg119;
  exports org.breathline.core.planning;
  exports org.breathline.core.planning.beam;
  exports org.breathline.core.planning.motion;
  exports org.breathline.core.planning.objective;
  exports org.breathline.core.planning.optimisation;
  exports org.breathline.core.planning.sequencing;
  exports org.breathline.core.planning.template;
  exports org.breathline.core.progress;
  exports org.breathline.core.qa;
  exports org.breathline.core.registration;
  exports org.breathline.core.registration.quality;
  exports org.breathline.core.registration.rigid;
  exports org.breathline.core.respiration;
  exports org.breathline.core.respiration.detection;
  exports org.breathline.core.respiration.edit;
  exports org.breathline.core.respiration.format;
  exports org.breathline.core.respiration.recording;
  exports org.breathline.core.respiration.simulation;
  exports org.breathline.core.scan;
  exports org.breathline.core.scan.clock;
  exports org.breathline.core.segmentation;
  exports org.breathline.core.sorting;
  exports org.breathline.core.sorting.border;
  exports org.breathline.core.structure;
  exports org.breathline.core.target;
  exports org.breathline.core.treatment;
}
