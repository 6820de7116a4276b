/**
 * What Medicare's physician fee schedule allows: relative values, geographic indices and conversion
 * factors as CMS publishes them, by release and date, and the published formula on them. CMS's
 * numbers for the codes of radiation oncology ship with the program; whole files are the user's to
 * import. No descriptor of a code is ever kept.
 */
@NullMarked
package org.breathline.billing.fees;

import org.jspecify.annotations.NullMarked;
