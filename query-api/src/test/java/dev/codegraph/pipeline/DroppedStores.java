package dev.codegraph.pipeline;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.RemoveMembersFromConsumerGroupOptions;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupIdNotFoundException;

/**
 * A data folder of which only the log is left: the stores of every stage, their changelogs, the
 * text index and every committed offset are gone.
 */
public final class DroppedStores {
  private DroppedStores() {}

  /**
   * Drops them while no stage runs.
   *
   * @return what was dropped: groups, changelogs and folders
   */
  public static List<String> drop(Admin admin, Path data) throws Exception {
    List<String> groups =
        await(admin.listGroups().all()).stream().map(GroupListing::groupId).sorted().toList();
    for (ConsumerGroupDescription group :
        await(admin.describeConsumerGroups(groups).all()).values()) {
      // A member with a name of its own is waited for when it ends, so it is shown out.
      if (!group.members().isEmpty()) {
        await(
            admin
                .removeMembersFromConsumerGroup(
                    group.groupId(), new RemoveMembersFromConsumerGroupOptions())
                .all());
      }
    }
    await(admin.deleteConsumerGroups(groups).all());
    List<String> dropped = new ArrayList<>(groups);
    List<String> changelogs =
        new TreeSet<>(await(admin.listTopics().names()))
            .stream()
                .filter(topic -> groups.stream().anyMatch(g -> topic.startsWith(g + "-")))
                .toList();
    await(admin.deleteTopics(changelogs).all());
    dropped.addAll(changelogs);
    for (String folder : List.of("state", "lucene", "parser", "repositories")) {
      if (Files.exists(data.resolve(folder))) {
        TestRepository.deleteFolder(data.resolve(folder));
        dropped.add(folder + "/");
      }
    }
    for (String group : groups) {
      int offsets = offsets(admin, group).size();
      if (offsets > 0) {
        throw new AssertionError(group + " still has " + offsets + " committed offsets");
      }
    }
    return dropped;
  }

  private static Collection<TopicPartition> offsets(Admin admin, String group) throws Exception {
    try {
      return await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata()).keySet();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof GroupIdNotFoundException) {
        return List.of();
      }
      throw e;
    }
  }

  /** An administrator of a broker. */
  public static Admin admin(String bootstrapServers) {
    return Admin.create(Map.of("bootstrap.servers", bootstrapServers));
  }

  private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) throws Exception {
    return future.get(60, TimeUnit.SECONDS);
  }
}
