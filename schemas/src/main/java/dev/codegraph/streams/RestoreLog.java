package dev.codegraph.streams;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says in the log how much of its changelog a store had to read again: the price of a restart. */
final class RestoreLog implements StateRestoreListener {
  private static final Logger LOG = LoggerFactory.getLogger(RestoreLog.class);

  private final Map<TopicPartition, Long> ends = new ConcurrentHashMap<>();

  @Override
  public void onRestoreStart(TopicPartition partition, String store, long start, long end) {
    ends.put(partition, end);
  }

  @Override
  public void onBatchRestored(TopicPartition partition, String store, long offset, long records) {
    // The end says it all.
  }

  @Override
  public void onRestoreEnd(TopicPartition partition, String store, long records) {
    LOG.info("restored {} {}: {} of {} records", partition, store, records, ends.remove(partition));
  }
}
