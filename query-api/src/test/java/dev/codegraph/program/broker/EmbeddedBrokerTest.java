package dev.codegraph.program.broker;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.codegraph.program.JavaCommand;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Stage.Health.Status;
import dev.codegraph.schemas.Topics;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewPartitions;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The real broker in its own process; some seconds each. */
final class EmbeddedBrokerTest {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @TempDir Path folder;

  @Test
  void keepsRecordsAndPortsOverRestartAndKill() throws Exception {
    String servers;
    try (EmbeddedBroker broker = broker()) {
      broker.start();
      servers = broker.bootstrapServers();
      assertEquals(Status.HEALTHY, broker.health().status());
      new TopicAdmin(kafka(servers, 4), PATIENCE).createAndValidate();
      write(servers, "first");

      long killed = broker.pid();
      ProcessHandle handle = ProcessHandle.of(killed).orElseThrow();
      assertTrue(handle.destroyForcibly());
      handle.onExit().get(60, TimeUnit.SECONDS);
      // The client waits for the broker that the supervisor starts: same address, nothing lost.
      write(servers, "second");
      assertNotEquals(killed, broker.pid());
      assertEquals(List.of("first", "second"), read(servers, 2));
    }

    try (EmbeddedBroker broker = broker()) {
      broker.start();
      assertEquals(servers, broker.bootstrapServers());
      assertEquals(List.of("first", "second"), read(servers, 2));
      new TopicAdmin(kafka(servers, 4), PATIENCE).createAndValidate();
    }
  }

  @Test
  void createsTopicsAsTheTableSaysAndNamesWhatDiffers() throws Exception {
    try (EmbeddedBroker broker = broker()) {
      broker.start();
      KafkaConfig kafka = kafka(broker.bootstrapServers(), 3);
      new TopicAdmin(kafka, PATIENCE).createAndValidate();
      try (Admin admin = Admin.create(kafka.client())) {
        String name = Topics.SOURCE_FILES.name();
        assertEquals(
            3,
            admin
                .describeTopics(List.of(name))
                .allTopicNames()
                .get()
                .get(name)
                .partitions()
                .size());
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, name);
        assertEquals(
            Integer.toString(Topics.MAX_CONTENT_RECORD_BYTES),
            admin
                .describeConfigs(List.of(resource))
                .all()
                .get()
                .get(resource)
                .get("max.message.bytes")
                .value());
        admin
            .createPartitions(Map.of(Topics.CHANGESETS.name(), NewPartitions.increaseTo(5)))
            .all()
            .get();
        awaitPartitions(admin, Topics.CHANGESETS.name(), 5);
      }
      CodeGraphException differs =
          assertThrows(
              CodeGraphException.class, () -> new TopicAdmin(kafka, PATIENCE).createAndValidate());
      assertEquals(ErrorCode.CG008, differs.code());
      assertTrue(
          differs.getMessage().contains("codegraph.changesets.v1 has 5 partitions"),
          differs.getMessage());
    }
  }

  /** The controller has answered; the broker that is asked hears of it a little later. */
  private static void awaitPartitions(Admin admin, String topic, int count) throws Exception {
    long until = System.nanoTime() + PATIENCE.toNanos();
    while (admin.describeTopics(List.of(topic)).allTopicNames().get().get(topic).partitions().size()
        != count) {
      assertTrue(System.nanoTime() < until, topic + " has not got its partitions");
      java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
    }
  }

  @Test
  void saysWhichClusterDoesNotAnswer() {
    CodeGraphException unreachable =
        assertThrows(
            CodeGraphException.class,
            () ->
                new TopicAdmin(kafka("127.0.0.1:1", 4), Duration.ofSeconds(1)).createAndValidate());
    assertEquals(ErrorCode.CG001, unreachable.code());
    assertTrue(unreachable.getMessage().contains("127.0.0.1:1"), unreachable.getMessage());
  }

  @Test
  void endsWithItsParentAndLeavesThePortsToTheNext() throws Exception {
    Process parent =
        new ProcessBuilder(
                JavaCommand.of(
                    List.of("-Xmx64m", "-XX:TieredStopAtLevel=1"),
                    folder.resolve("parent.jsa"),
                    BrokerParent.class.getName(),
                    List.of(folder.resolve("kafka").toString())))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    long pid;
    String servers;
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(parent.getInputStream(), StandardCharsets.UTF_8))) {
      pid = Long.parseLong(lines.readLine());
      servers = lines.readLine();
      assertTrue(ProcessHandle.of(pid).orElseThrow().isAlive());
      parent.destroyForcibly().waitFor();
      // At once, while the orphan is still ending: the next broker waits for it and gets its ports.
      try (EmbeddedBroker next = broker()) {
        next.start();
        assertEquals(servers, next.bootstrapServers());
        assertFalse(ProcessHandle.of(pid).map(ProcessHandle::isAlive).orElse(false));
      }
    }
  }

  @Test
  void takesOtherPortsWhenSomebodyHasTheRememberedOnes() throws Exception {
    Path ports = folder.resolve("kafka/ports.properties");
    Files.createDirectories(ports.getParent());
    try (ServerSocket taken = new ServerSocket()) {
      taken.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
      Files.writeString(
          ports, "broker=%d\ncontroller=%d\n".formatted(taken.getLocalPort(), 20_001));
      try (EmbeddedBroker broker = broker()) {
        broker.start();
        assertNotEquals("127.0.0.1:" + taken.getLocalPort(), broker.bootstrapServers());
      }
    }
  }

  private EmbeddedBroker broker() {
    return new EmbeddedBroker(
        folder.resolve("kafka"), folder.resolve("broker.jsa"), System.err::println);
  }

  private KafkaConfig kafka(String servers, int partitions) {
    return new KafkaConfig(servers, partitions, 1, "at_least_once", 0, 1, "test", folder, Map.of());
  }

  private void write(String servers, String value) throws Exception {
    Properties properties = kafka(servers, 4).client();
    properties.put("delivery.timeout.ms", "120000");
    try (KafkaProducer<String, String> producer =
        new KafkaProducer<>(properties, new StringSerializer(), new StringSerializer())) {
      producer
          .send(new ProducerRecord<>(Topics.DEAD_LETTERS.name(), 0, "key", value))
          .get(120, TimeUnit.SECONDS);
    }
  }

  private List<String> read(String servers, int count) {
    Properties properties = kafka(servers, 4).client();
    List<String> values = new java.util.ArrayList<>();
    try (KafkaConsumer<String, String> consumer =
        new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
      TopicPartition partition = new TopicPartition(Topics.DEAD_LETTERS.name(), 0);
      consumer.assign(List.of(partition));
      consumer.seekToBeginning(List.of(partition));
      long until = System.nanoTime() + PATIENCE.toNanos();
      while (values.size() < count && System.nanoTime() < until) {
        consumer.poll(Duration.ofMillis(200)).forEach(record -> values.add(record.value()));
      }
    }
    return values;
  }
}
