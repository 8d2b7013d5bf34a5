package dev.codegraph.schemas;

import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/**
 * Writes and reads one kind of event: Avro's single-object encoding (marker, schema fingerprint,
 * body), optionally inside a zstd frame, which a reader tells by its magic. No registry is needed:
 * a value written with an older schema is resolved by the schemas of the past that are resources
 * beside the present one ({@code <Event>.avsc}, {@code history/<Event>-<fingerprint>.avsc}).
 */
public final class EventCodec<T extends Record> {
  private static final byte MARKER_0 = (byte) 0xC3;
  private static final byte MARKER_1 = (byte) 0x01;
  private static final int HEADER_BYTES = 10;
  private static final int ZSTD_MAGIC = 0xFD2FB528;

  /** An event larger than this is refused on reading: a damaged frame must not take the memory. */
  private static final long MAX_DECOMPRESSED_BYTES = 1L << 30;

  private final Class<T> type;
  private final Schema schema;
  private final long fingerprint;
  private final RecordPlan plan;
  private final boolean compressed;
  private final Map<Long, Schema> past = new ConcurrentHashMap<>();

  private EventCodec(Class<T> type, boolean compressed) {
    this.type = type;
    this.schema = load(type, type.getSimpleName() + ".avsc");
    this.fingerprint = SchemaNormalization.parsingFingerprint64(schema);
    this.plan = RecordPlan.of(type, schema);
    this.compressed = compressed;
  }

  /** A codec that writes plain single-object encoding. */
  public static <T extends Record> EventCodec<T> of(Class<T> type) {
    return new EventCodec<>(type, false);
  }

  /** A codec that puts the encoding into a zstd frame. */
  public static <T extends Record> EventCodec<T> compressed(Class<T> type) {
    return new EventCodec<>(type, true);
  }

  /** The schema that values are written with. */
  public Schema schema() {
    return schema;
  }

  /** CRC-64-AVRO of the schema, the fingerprint in each value. */
  public long fingerprint() {
    return fingerprint;
  }

  /** The event class. */
  public Class<T> type() {
    return type;
  }

  /** The bytes of an event. */
  public byte[] encode(T event) {
    ByteArrayOutputStream out = new ByteArrayOutputStream(512);
    byte[] header =
        ByteBuffer.allocate(HEADER_BYTES)
            .order(ByteOrder.LITTLE_ENDIAN)
            .put(MARKER_0)
            .put(MARKER_1)
            .putLong(fingerprint)
            .array();
    out.write(header, 0, HEADER_BYTES);
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    try {
      plan.write(event, encoder);
      encoder.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    byte[] plain = out.toByteArray();
    return compressed ? ZstdFrames.compress(plain) : plain;
  }

  /**
   * The event in some bytes.
   *
   * @throws IllegalArgumentException when the bytes are not a value of this event in any known
   *     schema
   */
  public T decode(byte[] bytes) {
    byte[] plain = isZstd(bytes) ? decompress(bytes) : bytes;
    if (plain.length < HEADER_BYTES || plain[0] != MARKER_0 || plain[1] != MARKER_1) {
      throw new IllegalArgumentException("not a single-object encoded " + type.getSimpleName());
    }
    long written = ByteBuffer.wrap(plain).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
    try {
      BinaryDecoder decoder =
          DecoderFactory.get()
              .binaryDecoder(plain, HEADER_BYTES, plain.length - HEADER_BYTES, null);
      return type.cast(
          written == fingerprint ? plan.read(decoder) : readPast(pastSchema(written), decoder));
    } catch (IOException | IndexOutOfBoundsException | NegativeArraySizeException e) {
      throw new IllegalArgumentException("damaged " + type.getSimpleName() + ": " + e, e);
    }
  }

  private Object readPast(Schema writer, BinaryDecoder decoder) throws IOException {
    Object resolved = new GenericDatumReader<>(writer, schema).read(null, decoder);
    ByteArrayOutputStream present = new ByteArrayOutputStream();
    BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(present, null);
    new GenericDatumWriter<>(schema).write(resolved, encoder);
    encoder.flush();
    return plan.read(DecoderFactory.get().binaryDecoder(present.toByteArray(), null));
  }

  private Schema pastSchema(long written) {
    return past.computeIfAbsent(
        written,
        f -> load(type, "history/" + type.getSimpleName() + "-" + Long.toHexString(f) + ".avsc"));
  }

  private static boolean isZstd(byte[] bytes) {
    return bytes.length >= 4
        && ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getInt() == ZSTD_MAGIC;
  }

  private byte[] decompress(byte[] bytes) {
    long size = Zstd.getFrameContentSize(bytes);
    if (size < 0 || size > MAX_DECOMPRESSED_BYTES) {
      throw new IllegalArgumentException("damaged zstd frame around " + type.getSimpleName());
    }
    try {
      return ZstdFrames.decompress(bytes, (int) size);
    } catch (ZstdException e) {
      throw new IllegalArgumentException(
          "damaged zstd frame around " + type.getSimpleName() + ": " + e.getMessage(), e);
    }
  }

  private static Schema load(Class<?> type, String resource) {
    try (InputStream in = EventCodec.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalArgumentException(
            "no schema " + resource + " for " + type.getSimpleName());
      }
      return new Schema.Parser().parse(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
