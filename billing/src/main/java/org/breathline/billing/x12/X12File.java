package org.breathline.billing.x12;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.billing.claim.Claim;

/** An X12 file, read whole; what it holds says its {@link Contents}. */
public final class X12File {

  /** What a file holds. */
  public sealed interface Contents {

    /** 837: claims, in the order of the file. */
    record Claims(List<Claim> claims) implements Contents {}

    /** 835: one a transaction. */
    record Remittances(List<Remittance> remittances) implements Contents {}

    /** 277CA: what a payer or clearing house says of claims received. */
    record ClaimAcknowledgements(List<ClaimAcknowledgement> acknowledgements) implements Contents {}

    /** 999: whether transactions were taken. */
    record Acknowledgements(List<Acknowledgement> acknowledgements) implements Contents {}
  }

  /** A transaction in its loops. */
  record Read(TransactionKind kind, Loop loops) {}

  private X12File() {}

  /**
   * Reads a file.
   *
   * @throws X12Exception if anything in it is wrong, or it is nothing that is read
   * @throws IOException if it cannot be read
   */
  public static Contents read(Path file) throws X12Exception, IOException {
    return contents(Interchange.read(file), String.valueOf(file.getFileName()));
  }

  /** Reads bytes; {@code name} is what messages call them. */
  public static Contents read(byte[] bytes, String name) throws X12Exception {
    return contents(Interchange.read(bytes, name), name);
  }

  /** Whether bytes begin like an X12 file. */
  public static boolean begins(byte[] bytes) {
    return bytes.length > 2 && bytes[0] == 'I' && bytes[1] == 'S' && bytes[2] == 'A';
  }

  /** Transactions of one kind, each in its loops. */
  static List<Read> structured(List<Transaction> transactions, List<X12Fault> faults) {
    List<Read> read = new ArrayList<>();
    for (Transaction transaction : transactions) {
      Segment st = transaction.segments().getFirst();
      TransactionKind kind =
          TransactionKind.of(transaction.code(), transaction.version()).orElse(null);
      if (kind == null) {
        faults.add(X12Fault.of(st, 1, 0, "", "a transaction that is not read; " + isRead()));
      } else if (!read.isEmpty() && read.getFirst().kind() != kind) {
        faults.add(X12Fault.of(st, 1, 0, "", "another kind of transaction than the first"));
      } else {
        GuideMatch.Matched matched = GuideMatch.of(GuideFile.of(kind), transaction);
        faults.addAll(matched.faults());
        read.add(new Read(kind, matched.loops()));
      }
    }
    return read;
  }

  private static Contents contents(Interchange.Taken taken, String name) throws X12Exception {
    List<X12Fault> faults = new ArrayList<>();
    List<Read> read = structured(taken.transactions(), faults);
    boolean whole = faults.isEmpty();
    // The envelope's faults come last: what is wrong with its counts may follow from the others.
    faults.addAll(taken.faults());
    if (taken.transactions().isEmpty() && faults.isEmpty()) {
      faults.add(new X12Fault(0, "ST", 0, 0, "", "the file holds no transaction"));
    }
    if (!whole || read.isEmpty()) {
      throw new X12Exception(name, faults);
    }
    Contents contents =
        switch (read.getFirst().kind()) {
          case PROFESSIONAL_CLAIM, INSTITUTIONAL_CLAIM ->
              new Contents.Claims(
                  read.stream()
                      .flatMap(r -> new ClaimReader(r, faults).claims().stream())
                      .toList());
          case REMITTANCE ->
              new Contents.Remittances(
                  read.stream().map(r -> new RemittanceReader(r.loops(), faults).read()).toList());
          case CLAIM_ACKNOWLEDGEMENT ->
              new Contents.ClaimAcknowledgements(
                  read.stream()
                      .flatMap(r -> AcknowledgementReader.claims(r.loops(), faults).stream())
                      .toList());
          case IMPLEMENTATION_ACKNOWLEDGEMENT ->
              new Contents.Acknowledgements(
                  read.stream().map(r -> AcknowledgementReader.of(r.loops(), faults)).toList());
        };
    if (!faults.isEmpty()) {
      throw new X12Exception(name, faults);
    }
    return contents;
  }

  private static String isRead() {
    List<String> kinds = new ArrayList<>();
    for (TransactionKind kind : TransactionKind.values()) {
      kinds.add(kind.code() + " " + kind.version());
    }
    return "those that are: " + String.join(", ", kinds);
  }
}
