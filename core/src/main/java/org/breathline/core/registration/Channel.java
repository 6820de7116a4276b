package org.breathline.core.registration;

import org.breathline.core.image.FloatVolume;

/**
 * One of the terms of a registration: a metric of the fixed image, and the moving image that is
 * warped for it.
 *
 * @param metric knows the fixed image
 * @param moving on a grid with the spacing and the axes of the metric's, wherever it lies
 */
public record Channel(Metric metric, FloatVolume moving) {}
