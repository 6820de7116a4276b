/**
 * Tables in text files as agencies publish them: comma or tab between cells, titles above the
 * header, gzip or not, millions of rows.
 */
@NullMarked
package org.breathline.billing.table;

import org.jspecify.annotations.NullMarked;
