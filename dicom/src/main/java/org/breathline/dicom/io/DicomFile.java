package org.breathline.dicom.io;

import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.TransferSyntax;

/**
 * What a DICOM file holds.
 *
 * @param meta the file meta information, group 0002; empty for a bare data set
 * @param transferSyntax how the data set was really encoded
 * @param dataset the data set
 */
public record DicomFile(Dataset meta, TransferSyntax transferSyntax, Dataset dataset) {}
