package dev.codegraph.graph.stream;

import dev.codegraph.graph.apply.Toy;
import dev.codegraph.graph.apply.ToyView;
import dev.codegraph.graph.store.ChangesetRecord;
import dev.codegraph.graph.store.StateStoreSource;
import dev.codegraph.graph.store.VersionedGraph;
import dev.codegraph.schemas.DeadLetter;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;

/** The topology over the toy language, with its topics in memory. */
final class ToyTopology implements AutoCloseable {
  private final List<String> forgotten = new ArrayList<>();
  private final TopologyTestDriver driver;

  /** A record of a topic. */
  record Sent(Topic<?> topic, byte[] key, byte[] value) {}

  ToyTopology(Path state, ExecutorService pool) {
    Properties properties = new Properties();
    properties.put("application.id", "test");
    properties.put("bootstrap.servers", "nowhere:1");
    properties.put("state.dir", state.toString());
    driver =
        new TopologyTestDriver(
            new MaterializeTopology(
                    new ApplySettings(
                        language -> new Toy.Policy(),
                        pool,
                        new FactsCache(1 << 20),
                        Toy.RECIPE,
                        "",
                        view -> {},
                        forgotten::add,
                        new NoBrokers(),
                        ConcurrentHashMap.newKeySet()))
                .get(),
            properties);
  }

  TopologyTestDriver driver() {
    return driver;
  }

  List<String> forgotten() {
    return forgotten;
  }

  void send(Sent record) {
    TestInputTopic<byte[], byte[]> topic =
        driver.createInputTopic(
            record.topic().name(), new ByteArraySerializer(), new ByteArraySerializer());
    topic.pipeInput(record.key(), record.value());
  }

  VersionedGraph graph() {
    KeyValueStore<Bytes, byte[]> store = driver.getKeyValueStore(MaterializeTopology.GRAPH);
    return new VersionedGraph(new StateStoreSource(store), ToyView.ID);
  }

  long number() {
    ChangesetRecord latest = graph().latest();
    return latest == null ? 0 : latest.number();
  }

  /** Lets the wall clock tick until a number is there, or for a while. */
  void tickUntil(long number) {
    for (int i = 0; i < 2000 && number() < number; i++) {
      tick();
    }
  }

  void tick() {
    driver.advanceWallClockTime(Duration.ofMillis(5));
  }

  List<DeadLetter> deadLetters() {
    return written(Topics.DEAD_LETTERS);
  }

  /** What was written to a topic since this was asked last. */
  <T extends Record> List<T> written(Topic<T> topic) {
    return driver
        .createOutputTopic(topic.name(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
        .readValuesToList()
        .stream()
        .map(topic.codec()::decode)
        .toList();
  }

  /** The keys of a topic that were said to be gone since this was asked last. */
  List<String> gone(Topic<?> topic) {
    return driver
        .createOutputTopic(topic.name(), new StringDeserializer(), new ByteArrayDeserializer())
        .readKeyValuesToList()
        .stream()
        .filter(record -> record.value == null)
        .map(record -> record.key)
        .toList();
  }

  @Override
  public void close() {
    driver.close();
  }
}
