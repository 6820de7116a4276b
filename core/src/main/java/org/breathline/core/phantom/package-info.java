/**
 * A digital thorax and upper abdomen whose anatomy and motion are known exactly, and simulated
 * scans of it.
 *
 * <p>The anatomy is analytic, given in the reference state (end of exhalation). {@link
 * org.breathline.core.phantom.PhantomMotion} maps between that state and any other, both ways, so
 * that the Hounsfield value at any point and time, the displacement between two times, and the
 * place of every organ are the truth and not an estimate.
 *
 * <p>A cine scan along a trace, and where its tumour really was:
 *
 * <pre>{@code
 * var tumour = new Tumour(TumourSite.LUNG, 25);
 * var phantom = new Phantom(1, MotionParameters.ofMeanLandmark(8), Optional.of(tumour));
 * var drive = BreathingDrive.of(cycles);
 * var scan = new CineSimulator(phantom, drive, PhantomImaging.TYPICAL)
 *     .scan(CineProtocol.small().covering(cycles));
 * Vector3 truth = phantom.tumourCentre(drive.stateAt(timeS)).orElseThrow();
 * }</pre>
 */
@NullMarked
package org.breathline.core.phantom;

import org.jspecify.annotations.NullMarked;
