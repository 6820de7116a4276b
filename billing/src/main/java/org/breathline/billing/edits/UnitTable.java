package org.breathline.billing.edits;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The units of one table.
 *
 * @param source where it comes from
 * @param setting for whose claims
 * @param limits by code
 */
public record UnitTable(EditSource source, EditSetting setting, Map<String, UnitLimit> limits) {

  /** Copies the map. */
  public UnitTable {
    limits = Map.copyOf(limits);
  }

  /** The limit of a code, if there is one. */
  public Optional<UnitLimit> find(String code) {
    return Optional.ofNullable(limits.get(code));
  }

  void write(DataOutputStream out) throws IOException {
    IndexFile.writeSource(out, source);
    out.writeUTF(setting.name());
    out.writeInt(limits.size());
    for (Map.Entry<String, UnitLimit> entry : new TreeMap<>(limits).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeInt(entry.getValue().units());
      out.writeByte(entry.getValue().adjudication());
    }
  }

  static UnitTable read(IndexBuffer in) throws IndexException {
    EditSource source = in.source();
    EditSetting setting = in.setting();
    int count = in.count(Short.BYTES + Integer.BYTES + Byte.BYTES);
    Map<String, UnitLimit> limits = new HashMap<>(2 * count);
    for (int i = 0; i < count; i++) {
      String code = in.text();
      limits.put(code, new UnitLimit(in.integer(), in.bytes().get()));
    }
    return new UnitTable(source, setting, limits);
  }
}
