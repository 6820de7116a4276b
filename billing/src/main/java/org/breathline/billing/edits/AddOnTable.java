package org.breathline.billing.edits;

import java.io.DataOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The add-on codes of one table.
 *
 * @param source where it comes from
 * @param rules by add-on code
 */
public record AddOnTable(EditSource source, Map<String, AddOnRule> rules) {

  /** Copies the map. */
  public AddOnTable {
    rules = Map.copyOf(rules);
  }

  /** What a code needs, if it is an add-on code. */
  public Optional<AddOnRule> find(String code) {
    return Optional.ofNullable(rules.get(code));
  }

  void write(DataOutputStream out) throws IOException {
    IndexFile.writeSource(out, source);
    out.writeInt(rules.size());
    for (Map.Entry<String, AddOnRule> entry : new TreeMap<>(rules).entrySet()) {
      out.writeUTF(entry.getKey());
      out.writeByte(entry.getValue().type());
      out.writeInt(entry.getValue().primaries().size());
      for (String primary : entry.getValue().primaries()) {
        out.writeUTF(primary);
      }
    }
  }

  static AddOnTable read(IndexBuffer in) throws IndexException {
    EditSource source = in.source();
    int count = in.count(Short.BYTES + Byte.BYTES + Integer.BYTES);
    Map<String, AddOnRule> rules = new HashMap<>(2 * count);
    for (int i = 0; i < count; i++) {
      String code = in.text();
      int type = in.bytes().get();
      int primaryCount = in.count(Short.BYTES);
      Set<String> primaries = new TreeSet<>();
      for (int p = 0; p < primaryCount; p++) {
        primaries.add(in.text());
      }
      rules.put(code, new AddOnRule(type, primaries));
    }
    return new AddOnTable(source, rules);
  }
}
