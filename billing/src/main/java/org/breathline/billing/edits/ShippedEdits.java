package org.breathline.billing.edits;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.breathline.billing.table.LineReader;
import org.breathline.billing.table.TableException;

/** CMS's numbers for the codes of radiation oncology that are part of the build. */
final class ShippedEdits {

  private static final LocalDate EFFECTIVE = LocalDate.of(2024, 7, 1);
  private static final LocalDate ADD_ONS_EFFECTIVE = LocalDate.of(2024, 4, 1);

  static final EditLibrary LIBRARY = read();

  private ShippedEdits() {}

  private static EditLibrary read() {
    try {
      EditSource practitioner = source("ptp-practitioner-2024-06.csv", EFFECTIVE);
      EditSource outpatient = source("ptp-outpatient-2024-06.csv", EFFECTIVE);
      EditSource units = source("mue-practitioner-2024-07-01.csv", EFFECTIVE);
      EditSource hospital = source("mue-outpatient-2024-07-01.csv", EFFECTIVE);
      EditSource addOns = source("aoc-2024q2.csv", ADD_ONS_EFFECTIVE);
      return new EditLibrary(
          List.of(
              CmsEditFiles.pairs(open(practitioner), practitioner, EditSetting.PRACTITIONER),
              CmsEditFiles.pairs(open(outpatient), outpatient, EditSetting.OUTPATIENT)),
          List.of(
              CmsEditFiles.units(open(units), units, EditSetting.PRACTITIONER),
              CmsEditFiles.units(open(hospital), hospital, EditSetting.OUTPATIENT)),
          List.of(CmsEditFiles.addOns(open(addOns), addOns)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (TableException e) {
      throw new IllegalStateException("the build's own table", e);
    }
  }

  private static EditSource source(String file, LocalDate effective) {
    return new EditSource(file, effective, false);
  }

  private static LineReader open(EditSource source) throws IOException {
    InputStream in = ShippedEdits.class.getResourceAsStream(source.file());
    if (in == null) {
      throw new IllegalStateException(source.file() + " is missing from the build");
    }
    return LineReader.of(source.file(), in);
  }
}
