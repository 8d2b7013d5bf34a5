package dev.codegraph.schemas;

import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** An {@link EventCodec} as Kafka's serializer and deserializer; a null value stays a tombstone. */
public record EventSerde<T extends Record>(EventCodec<T> codec) implements Serde<@Nullable T> {
  @Override
  public Serializer<@Nullable T> serializer() {
    return (topic, event) -> event == null ? null : codec.encode(event);
  }

  @Override
  public Deserializer<@Nullable T> deserializer() {
    return (topic, bytes) -> {
      if (bytes == null) {
        return null;
      }
      try {
        return codec.decode(bytes);
      } catch (IllegalArgumentException e) {
        throw new SerializationException("record of " + topic, e);
      }
    };
  }
}
