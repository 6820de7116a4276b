/**
 * Registrations as DICOM objects: Spatial Registration (PS3.3, A.39.1) and Deformable Spatial
 * Registration (A.39.2).
 *
 * <p><b>Which way round.</b> Here, a transform or a displacement leads from the fixed image to the
 * moving one. In DICOM the fixed image's coordinate system is the "Registered RCS" and the moving
 * one's the "Source RCS". A <em>matrix</em> of a Spatial Registration leads from source to
 * registered coordinates (C.20.2.1.1), the inverse of the transform here. A <em>deformation</em>
 * leads the other way: it is applied to registered coordinates and addresses the sample in the
 * source (C.20.3.1.1), the same as a displacement here; its vectors are in millimetres along the
 * patient's axes.
 */
@NullMarked
package org.breathline.exchange.registration;

import org.jspecify.annotations.NullMarked;
