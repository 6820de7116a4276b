package org.breathline.billing.payer;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.breathline.billing.claim.Payer;
import org.breathline.billing.resource.YamlException;
import org.breathline.billing.resource.YamlFile;

/**
 * The profiles in use: those of the build, and a folder of a user's own, which go first.
 *
 * @param profiles in the order in which they are tried
 */
public record PayerProfiles(List<PayerProfile> profiles) {

  private static final List<String> FILES =
      List.of(
          "medicare.yaml",
          "blue-cross-nc.yaml",
          "premera.yaml",
          "blue-shield-of-california.yaml",
          "blue-cross-blue-shield.yaml",
          "aetna.yaml",
          "cigna.yaml",
          "unitedhealthcare.yaml");

  private static final PayerProfiles SHIPPED =
      new PayerProfiles(
          FILES.stream()
              .map(f -> YamlFile.resource(PayerProfiles.class, f, PayerProfile.class))
              .toList());

  /** Copies the list. */
  public PayerProfiles {
    profiles = List.copyOf(profiles);
  }

  /** Those of the build. */
  public static PayerProfiles shipped() {
    return SHIPPED;
  }

  /**
   * These with a user's, which go first.
   *
   * @param folder of files {@code *.yaml}
   * @throws YamlException if one is no profile
   */
  public PayerProfiles with(Path folder) throws IOException, YamlException {
    List<PayerProfile> all = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        all.add(YamlFile.read(file, PayerProfile.class));
      }
    }
    all.addAll(profiles);
    return new PayerProfiles(all);
  }

  /** A profile by what it is asked for. */
  public Optional<PayerProfile> byId(String id) {
    return profiles.stream().filter(p -> p.id().equals(id)).findFirst();
  }

  /** The profile of a claim's payer, by line of business and a part of its name. */
  public Optional<PayerProfile> of(Payer payer) {
    String name = payer.name().toUpperCase(Locale.ROOT);
    return profiles.stream()
        .filter(p -> p.linesOfBusiness().contains(payer.lineOfBusiness()))
        .filter(p -> p.matches().stream().anyMatch(name::contains))
        .findFirst();
  }
}
