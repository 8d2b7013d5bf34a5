package dev.codegraph.graph.stream;

import dev.codegraph.schemas.ProjectRegistered;
import dev.codegraph.schemas.Topics;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Passes on what the registry says. The registry itself reports a record that cannot be read; here
 * it says nothing.
 */
final class SeeProject extends ContextualProcessor<String, byte[], String, Arrival> {
  private static final Logger LOG = LoggerFactory.getLogger(SeeProject.class);

  @Override
  public void process(Record<String, byte[]> record) {
    if (record.value() == null) {
      return;
    }
    ProjectRegistered project;
    try {
      project = Topics.PROJECTS.codec().decode(record.value());
    } catch (IllegalArgumentException e) {
      LOG.warn("a record of project {} cannot be read: {}", record.key(), e.getMessage());
      return;
    }
    context().forward(record.withValue(new Arrival.Project(project)));
  }
}
