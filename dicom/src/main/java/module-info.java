/** A DICOM toolkit: data sets, Part 10 files, pixel codecs, typed views of objects. */
module org.breathline.dicom {
  requires static transitive org.jspecify;
  requires java.desktop;
  requires java.management;

  exports org.breathline.dicom.codec;
  exports org.breathline.dicom.data;
  exports org.breathline.dicom.io;
  exports org.breathline.dicom.iod;

  uses javax.imageio.spi.ImageReaderSpi;
}
