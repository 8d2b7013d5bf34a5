package dev.codegraph.graph.stream;

import dev.codegraph.schemas.ProjectRegistered;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Passes on what the registry says. */
final class SeeProject extends ContextualProcessor<String, ProjectRegistered, String, Arrival> {
  @Override
  public void process(Record<String, ProjectRegistered> record) {
    context().forward(record.withValue(new Arrival.Project(record.value())));
  }
}
