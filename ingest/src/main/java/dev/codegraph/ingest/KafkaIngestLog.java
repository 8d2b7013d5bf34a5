package dev.codegraph.ingest;

import dev.codegraph.schemas.KafkaConfig;
import dev.codegraph.schemas.Keys;
import dev.codegraph.schemas.Topic;
import dev.codegraph.schemas.Topics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/**
 * The log over one Kafka producer that all requests share. Each request has a bounded number of
 * bytes on its way, so a small one finds a short queue beside a large one, and each waits for its
 * own records only.
 */
final class KafkaIngestLog implements AutoCloseable {
  private static final Duration CLOSING = Duration.ofSeconds(5);
  private static final long BYTES_ON_THE_WAY = 4L * 1024 * 1024;

  private final KafkaProducer<byte[], byte[]> producer;
  private volatile boolean isStopped;

  KafkaIngestLog(KafkaConfig kafka) {
    this.producer =
        new KafkaProducer<>(
            properties(kafka), new ByteArraySerializer(), new ByteArraySerializer());
  }

  static Properties properties(KafkaConfig kafka) {
    Properties properties = kafka.client();
    properties.put(ProducerConfig.ACKS_CONFIG, "all");
    // Values are compressed before they come here.
    properties.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "none");
    // What is written in bulk goes in large batches; who waits for his records flushes them.
    properties.put(ProducerConfig.LINGER_MS_CONFIG, "50");
    properties.put(ProducerConfig.BATCH_SIZE_CONFIG, Integer.toString(256 * 1024));
    properties.put(
        ProducerConfig.BUFFER_MEMORY_CONFIG, Long.toString(2L * Topics.MAX_CONTENT_RECORD_BYTES));
    properties.put(
        ProducerConfig.MAX_REQUEST_SIZE_CONFIG, Integer.toString(Topics.MAX_CONTENT_RECORD_BYTES));
    return properties;
  }

  /** The log as one request sees it. */
  IngestLog ofRequest() {
    return new OfRequest();
  }

  /**
   * Takes no record any more. Those who write are about to be interrupted, and what the
   * interruption does to them, such as a repository that cannot be read on, must not be told as
   * their failure.
   */
  void stop() {
    isStopped = true;
  }

  @Override
  public void close() {
    // A broker that is gone must not hold the end up; what was not acknowledged is repeated.
    producer.close(CLOSING);
  }

  /** Counts what is on its way; callbacks come on the producer's thread. */
  private final class OfRequest implements IngestLog {
    private long bytesOnTheWay;
    private long recordsOnTheWay;
    private @Nullable Exception failure;

    @Override
    public void send(Topic<?> topic, String key, byte @Nullable [] value)
        throws InterruptedException {
      if (isStopped) {
        throw new InterruptedException("the service stops");
      }
      int bytes = value == null ? 0 : value.length;
      awaitRoom(bytes);
      try {
        int partitions = producer.partitionsFor(topic.name()).size();
        var sent =
            producer.send(
                new ProducerRecord<>(
                    topic.name(), topic.partition(key, partitions), Keys.bytes(key), value),
                (metadata, thrown) -> acknowledged(bytes, thrown));
        assert sent != null;
      } catch (InterruptException e) {
        acknowledged(bytes, null);
        throw interrupted(e);
      } catch (RuntimeException e) {
        acknowledged(bytes, e);
        throw e;
      }
    }

    @Override
    public void flush() throws InterruptedException {
      try {
        producer.flush();
      } catch (InterruptException e) {
        throw interrupted(e);
      }
      awaitAcknowledgements();
    }

    private synchronized void awaitAcknowledgements() throws InterruptedException {
      while (recordsOnTheWay > 0) {
        wait();
      }
      throwFailure();
    }

    private synchronized void awaitRoom(int bytes) throws InterruptedException {
      while (bytesOnTheWay > 0 && bytesOnTheWay + bytes > BYTES_ON_THE_WAY) {
        wait();
      }
      throwFailure();
      bytesOnTheWay += bytes;
      recordsOnTheWay++;
    }

    private synchronized void acknowledged(int bytes, @Nullable Exception thrown) {
      bytesOnTheWay -= bytes;
      recordsOnTheWay--;
      if (thrown != null && failure == null) {
        failure = thrown;
      }
      notifyAll();
    }

    private void throwFailure() {
      if (failure != null) {
        throw new KafkaException("a record was not written: " + failure.getMessage(), failure);
      }
    }

    private static InterruptedException interrupted(InterruptException cause) {
      // The exception carries the interruption on; the flag that Kafka has set would say it twice.
      boolean wasSet = Thread.interrupted();
      InterruptedException interrupted = new InterruptedException(cause.getMessage());
      interrupted.addSuppressed(cause);
      assert wasSet;
      return interrupted;
    }
  }
}
