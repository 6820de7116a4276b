package org.breathline.core.dose.machine;

/**
 * The condition to which monitor units are set: a square field in water, and its dose a unit.
 *
 * @param fieldMm side of the field at the isocentre, mm
 * @param surfaceMm distance from the source to the water's surface, mm
 * @param depthMm depth of the point on the axis, mm
 * @param gyPerMonitorUnit dose there, Gy a monitor unit
 */
public record OutputReference(
    double fieldMm, double surfaceMm, double depthMm, double gyPerMonitorUnit) {}
