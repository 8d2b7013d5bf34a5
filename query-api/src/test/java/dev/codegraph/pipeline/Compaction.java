package dev.codegraph.pipeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.common.config.ConfigResource;

/** Makes a broker compact within seconds what it would compact within days. */
public final class Compaction {
  /** Age at which a segment is closed by the next record. */
  public static final int SEGMENT_MILLIS = 2000;

  private static final Map<String, String> HASTE =
      Map.of(
          "segment.ms", Integer.toString(SEGMENT_MILLIS),
          "segment.bytes", "1048576",
          "min.cleanable.dirty.ratio", "0.001",
          "min.compaction.lag.ms", "0",
          "max.compaction.lag.ms", Integer.toString(SEGMENT_MILLIS),
          "delete.retention.ms", "1000");

  private Compaction() {}

  /** Gives topics small segments that are cleaned at once. */
  public static void hasten(Admin admin, Collection<String> topics) throws Exception {
    Map<ConfigResource, Collection<AlterConfigOp>> changes = new HashMap<>();
    for (String topic : topics) {
      List<AlterConfigOp> ops = new ArrayList<>();
      HASTE.forEach((key, value) -> ops.add(set(key, value)));
      changes.put(new ConfigResource(ConfigResource.Type.TOPIC, topic), ops);
    }
    changes.put(
        new ConfigResource(ConfigResource.Type.BROKER, ""),
        List.of(set("log.cleaner.backoff.ms", "500")));
    admin.incrementalAlterConfigs(changes).all().get(60, TimeUnit.SECONDS);
  }

  private static AlterConfigOp set(String key, String value) {
    return new AlterConfigOp(new ConfigEntry(key, value), AlterConfigOp.OpType.SET);
  }
}
