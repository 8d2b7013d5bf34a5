package dev.codegraph.program.broker;

import dev.codegraph.program.ChildProtocol;
import dev.codegraph.program.Logging;
import dev.codegraph.program.ProcessName;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * The main class of the broker's process: formats its folder when that is new, runs Kafka, and says
 * when it is ready. It ends when its parent closes its standard input, which the system does also
 * for a parent that was killed.
 */
public final class BrokerProcess {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private BrokerProcess() {}

  /**
   * Runs the broker.
   *
   * @param args Folder of the broker, broker port, controller port.
   */
  public static void main(String[] args) throws Exception {
    ChildProtocol parent = ChildProtocol.open(PATIENCE);
    Logging.applyInChild();
    ProcessName.set("codegraph-kafka");
    Path folder = Path.of(args[0]);
    Path logDir = folder.resolve("log");
    Ports ports = new Ports(Integer.parseInt(args[1]), Integer.parseInt(args[2]));
    Map<String, String> settings = BrokerSettings.of(logDir, ports);
    // Held until this process has ended, and waited for when another one is ending.
    FileLock lock = EmbeddedBroker.openLock(folder).lock();
    if (!Files.exists(logDir.resolve("meta.properties"))) {
      format(logDir);
    }
    KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
    server.startup();
    parent.ready();
    parent.awaitEnd();
    server.shutdown();
    server.awaitShutdown();
    lock.release();
    // Clients and log4j leave threads behind that would keep the process for minutes.
    Runtime.getRuntime().halt(0);
  }

  private static void format(Path logDir) throws Exception {
    Files.createDirectories(logDir);
    new Formatter()
        .setPrintStream(
            new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8))
        .setNodeId(BrokerSettings.NODE_ID)
        .setClusterId(Uuid.randomUuid().toString())
        .addDirectory(logDir.toString())
        .setMetadataLogDirectory(logDir.toString())
        .setControllerListenerName(BrokerSettings.CONTROLLER_LISTENER)
        .setReleaseVersion(MetadataVersion.latestProduction())
        .setIgnoreFormatted(true)
        .run();
  }
}
