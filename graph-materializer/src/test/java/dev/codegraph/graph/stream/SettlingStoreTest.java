package dev.codegraph.graph.stream;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.TaskId;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class SettlingStoreTest {
  private static final TopicPartition CHANGELOG = new TopicPartition("changelog", 0);
  private static final Bytes KEY = Bytes.wrap(new byte[] {'k'});
  private static final byte[] VALUE = {1};

  @TempDir Path folder;
  private long end;
  private SettlingStore store;

  @BeforeEach
  void storeHoldsSixRecords() {
    store = open();
    store.put(KEY, VALUE);
    store.commit(Map.of(CHANGELOG, 5L));
  }

  @AfterEach
  void close() {
    store.close();
  }

  private SettlingStore open() {
    SettlingStore opened = (SettlingStore) SettlingStore.named("settling", partition -> end).get();
    var context =
        new MockProcessorContext<Void, Void>(new Properties(), new TaskId(0, 0), folder.toFile());
    opened.init(context.getStateStoreContext(), opened);
    return opened;
  }

  @Test
  void keepsWhatItHoldsWhileItsChangelogIsAsLong() {
    end = 6;
    reopen();
    assertEquals(5, store.committedOffset(CHANGELOG));
    assertArrayEquals(VALUE, store.get(KEY));
  }

  @Test
  void startsAnewWhenItsChangelogLostOneRecord() {
    end = 5;
    reopen();
    assertNull(store.committedOffset(CHANGELOG));
    assertNull(store.get(KEY));
    end = 100;
    reopen();
    assertNull(store.committedOffset(CHANGELOG), "it is empty for good");
    assertNull(store.get(KEY));
  }

  private void reopen() {
    store.close();
    store = open();
  }
}
