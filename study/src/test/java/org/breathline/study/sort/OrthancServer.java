package org.breathline.study.sort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Version;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * A PACS of our own for the time of a test: Orthanc as a child process, answering this machine
 * only, without plugins, with its store in a folder of the test's.
 */
public final class OrthancServer implements AutoCloseable {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final Process process;
  private final Path log;
  private final URI root;
  private final HttpClient client;

  private OrthancServer(Process process, Path log, URI root) {
    this.process = process;
    this.log = log;
    this.root = root;
    this.client =
        HttpClient.newBuilder().version(Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  }

  /** Starts it and waits until it answers. */
  public static OrthancServer start(Path folder) throws IOException, InterruptedException {
    int port = freePort();
    Path storage = Files.createDirectories(folder.resolve("storage"));
    Path configuration = folder.resolve("orthanc.json");
    Files.writeString(
        configuration,
        JSON.writeValueAsString(
            Map.of(
                "Name",
                "Breathline test",
                "StorageDirectory",
                storage.toString(),
                "IndexDirectory",
                storage.toString(),
                "HttpPort",
                port,
                "DicomServerEnabled",
                false,
                "KeepAlive", // it would close an idle connection just as it is used again
                false,
                "RemoteAccessAllowed",
                false,
                "AuthenticationEnabled",
                false,
                "Plugins",
                List.of())));
    Path log = folder.resolve("orthanc.log");
    Process process =
        new ProcessBuilder("Orthanc", configuration.toString())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    OrthancServer server =
        new OrthancServer(process, log, URI.create("http://127.0.0.1:" + port + "/"));
    try {
      server.awaitAnswer();
    } catch (IOException | InterruptedException | RuntimeException e) {
      server.close();
      throw e;
    }
    return server;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  private void awaitAnswer() throws IOException, InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (process.isAlive() && System.nanoTime() < end) {
      try {
        get("system");
        return;
      } catch (ConnectException e) {
        process.waitFor(100, TimeUnit.MILLISECONDS);
      }
    }
    throw new IllegalStateException("Orthanc does not answer: " + Files.readString(log));
  }

  /** Stores a file; returns Orthanc's name for the instance. */
  public String store(Path file) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(root.resolve("instances"))
            .timeout(PATIENCE)
            .POST(BodyPublishers.ofFile(file))
            .build();
    return JSON.readTree(send(request)).required("ID").asText();
  }

  /** The answer to a GET. */
  public byte[] get(String path) throws IOException, InterruptedException {
    return send(HttpRequest.newBuilder(root.resolve(path)).timeout(PATIENCE).build());
  }

  /** The answer to a GET as JSON. */
  public JsonNode json(String path) throws IOException, InterruptedException {
    return JSON.readTree(get(path));
  }

  private byte[] send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IllegalStateException(
          "Orthanc answered %d to %s".formatted(response.statusCode(), request));
    }
    return response.body();
  }

  @Override
  public void close() {
    client.shutdownNow();
    process.destroy();
    try {
      if (!process.waitFor(20, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
