package org.breathline.core.motion.management;

/**
 * One reason for or against a technique.
 *
 * @param text a sentence with its figures and their units
 * @param speaksFor whether it speaks for the technique
 * @param source where the limit comes from: a report with its section, or "this system's own"
 */
public record Reason(String text, boolean speaksFor, String source) {}
