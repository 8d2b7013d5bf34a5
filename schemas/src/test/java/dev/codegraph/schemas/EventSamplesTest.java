package dev.codegraph.schemas;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Values of every event as they were written by each schema there has been: what is in a log must
 * stay readable. {@code -Dgolden.update} adds the samples of the present schemas; it never changes
 * one.
 */
class EventSamplesTest {
  private static final Path SAMPLES = Path.of("src/test/resources/samples");

  static Stream<Topic<?>> topics() {
    return Topics.ALL.stream();
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everySampleOfThePastCanBeRead(Topic<?> topic) throws IOException {
    String event = topic.codec().type().getSimpleName();
    Path present = SAMPLES.resolve(event + "-" + fingerprint(topic) + ".bin");
    if (Boolean.getBoolean("golden.update") && !Files.exists(present)) {
      Files.createDirectories(SAMPLES);
      Files.write(present, encode(topic));
    }
    assertTrue(Files.exists(present), "no sample of the present schema: run -Dgolden.update");
    List<Path> samples;
    try (Stream<Path> files = Files.list(SAMPLES)) {
      samples =
          files.filter(f -> f.getFileName().toString().startsWith(event + "-")).sorted().toList();
    }
    for (Path sample : samples) {
      assertNotNull(topic.codec().decode(Files.readAllBytes(sample)), sample.toString());
    }
  }

  @ParameterizedTest
  @MethodSource("topics")
  void whatIsWrittenIsRead(Topic<?> topic) {
    byte[] bytes = encode(topic);
    Record event = topic.codec().decode(bytes);
    // Records with arrays are not equal to their copies, their encodings are.
    assertEquals(hex(bytes), hex(reencode(topic, event)));
  }

  @ParameterizedTest
  @MethodSource("topics")
  void avroItselfReadsWhatIsWritten(Topic<?> topic) throws IOException {
    byte[] plain = plain(topic);
    GenericRecord read =
        new GenericDatumReader<GenericRecord>(topic.codec().schema())
            .read(null, DecoderFactory.get().binaryDecoder(plain, 10, plain.length - 10, null));
    assertEquals(topic.codec().schema(), read.getSchema());
  }

  @ParameterizedTest
  @MethodSource("topics")
  void everyFieldIsDocumentedAndHasADefault(Topic<?> topic) {
    List<String> bare = new ArrayList<>();
    check(topic.codec().schema(), bare);
    assertEquals(List.of(), bare);
  }

  private static void check(Schema schema, List<String> bare) {
    switch (schema.getType()) {
      case RECORD -> {
        if (schema.getDoc() == null) {
          bare.add(schema.getName());
        }
        for (Schema.Field field : schema.getFields()) {
          if (field.doc() == null || field.doc().isBlank()) {
            bare.add(schema.getName() + "." + field.name() + " has no doc");
          }
          boolean isRecord = field.schema().getType() == Schema.Type.RECORD;
          if (!field.hasDefaultValue() && !isRecord) {
            bare.add(schema.getName() + "." + field.name() + " has no default");
          }
          check(field.schema(), bare);
        }
      }
      case ARRAY -> check(schema.getElementType(), bare);
      case MAP -> check(schema.getValueType(), bare);
      default -> {
        // Scalars say nothing of their own.
      }
    }
  }

  @Test
  void keysReadBackWhatTheySay() {
    Keys.ChangesetKey key = new Keys.ChangesetKey("p@1", "feature/a/b", 12, "abcd", 3);
    assertEquals(key, Keys.parseChangeset(key.toString()));
    assertEquals("p", Keys.projectId("p@1/x"));
    assertEquals("p", Keys.projectId("p"));
  }

  @Test
  void aProjectKeepsItsPartitionThroughItsLives() {
    for (String id : List.of("a", "kernel", "web-shop", "x.y_z")) {
      int partition = Topics.PROJECTS.partition(id, 12);
      assertEquals(partition, Topics.CHANGESETS.partition(id + "@1/main/000/ab/0", 12));
      assertEquals(partition, Topics.PARSED_FILES.partition(id + "@7/ffee/java/f1", 12));
    }
  }

  @Test
  void damagedValuesAreRefusedAndNotRead() {
    byte[] bytes = encode(Topics.CHANGESETS);
    for (int cut = 0; cut < bytes.length; cut += 7) {
      byte[] damaged = java.util.Arrays.copyOf(bytes, cut);
      boolean refused = false;
      try {
        Topics.CHANGESETS.codec().decode(damaged);
      } catch (IllegalArgumentException e) {
        refused = true;
      }
      assertTrue(refused, "cut at " + cut);
    }
    assertFalse(bytes.length == 0);
  }

  private static String fingerprint(Topic<?> topic) {
    return Long.toHexString(topic.codec().fingerprint());
  }

  private static <T extends Record> byte[] encode(Topic<T> topic) {
    return topic.codec().encode(topic.codec().type().cast(sample(topic.codec().type())));
  }

  private static <T extends Record> byte[] reencode(Topic<T> topic, Record event) {
    return topic.codec().encode(topic.codec().type().cast(event));
  }

  private static <T extends Record> byte[] plain(Topic<T> topic) {
    EventCodec<T> codec = EventCodec.of(topic.codec().type());
    return codec.encode(codec.type().cast(sample(codec.type())));
  }

  private static String hex(byte[] bytes) {
    return java.util.HexFormat.of().formatHex(bytes);
  }

  /** An event with a telling value in every component, made by its shape. */
  private static Object sample(Class<?> type) {
    java.lang.reflect.RecordComponent[] components = type.getRecordComponents();
    Class<?>[] types = new Class<?>[components.length];
    Object[] values = new Object[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      values[i] = value(components[i].getGenericType(), components[i].getName());
    }
    try {
      java.lang.reflect.Constructor<?> constructor = type.getDeclaredConstructor(types);
      return constructor.newInstance(values);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(java.lang.reflect.Type type, String name) {
    if (type instanceof java.lang.reflect.ParameterizedType p) {
      java.lang.reflect.Type[] arguments = p.getActualTypeArguments();
      return p.getRawType() == List.class
          ? List.of(value(arguments[0], name))
          : java.util.Map.of(name, value(arguments[1], name));
    }
    Class<?> raw = (Class<?>) type;
    if (raw == String.class) {
      return name + " ü";
    }
    if (raw == int.class || raw == Integer.class) {
      return 7;
    }
    if (raw == long.class || raw == Long.class) {
      return 1234567890123L;
    }
    if (raw == float.class) {
      return 0.5f;
    }
    if (raw == boolean.class) {
      return true;
    }
    if (raw == byte[].class) {
      return name.getBytes(StandardCharsets.UTF_8);
    }
    if (raw.isEnum()) {
      return raw.getEnumConstants()[raw.getEnumConstants().length - 1];
    }
    return sample(raw);
  }
}
