package dev.codegraph.schemas;

import java.io.IOException;
import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.avro.Schema;
import org.apache.avro.io.Decoder;
import org.apache.avro.io.Encoder;

/**
 * How the components of a Java record become the fields of an Avro record, worked out once per
 * class. A record and its schema must agree in names, order and types, or the plan refuses to
 * exist; so the schema files are the contract and the records cannot drift from them.
 */
final class RecordPlan {
  /** Writes and reads one value of a fixed type. */
  private sealed interface Form {
    void write(Object value, Encoder out) throws IOException;

    Object read(Decoder in) throws IOException;
  }

  private final MethodHandle constructor;
  private final List<Function<Object, Object>> accessors;
  private final Form[] forms;

  private RecordPlan(
      MethodHandle constructor, List<Function<Object, Object>> accessors, Form[] forms) {
    this.constructor = constructor;
    this.accessors = accessors;
    this.forms = forms;
  }

  static RecordPlan of(Class<?> type, Schema schema) {
    return of(type, schema, new HashMap<>());
  }

  private static RecordPlan of(Class<?> type, Schema schema, Map<Class<?>, RecordPlan> known) {
    RecordPlan done = known.get(type);
    if (done != null) {
      return done;
    }
    RecordComponent[] components = type.getRecordComponents();
    List<Schema.Field> fields = schema.getFields();
    if (components == null || components.length != fields.size()) {
      throw new IllegalArgumentException(type + " and schema " + schema.getName() + " differ");
    }
    MethodHandles.Lookup lookup = MethodHandles.lookup();
    List<Function<Object, Object>> accessors = new ArrayList<>();
    Form[] forms = new Form[components.length];
    Class<?>[] parameterTypes = new Class<?>[components.length];
    try {
      for (int i = 0; i < components.length; i++) {
        Schema.Field field = fields.get(i);
        if (!field.name().equals(components[i].getName())) {
          throw new IllegalArgumentException(
              type + ": component " + components[i].getName() + " against field " + field.name());
        }
        parameterTypes[i] = components[i].getType();
        accessors.add(accessor(lookup, lookup.unreflect(components[i].getAccessor())));
        forms[i] = form(components[i].getGenericType(), field.schema(), known);
      }
      MethodHandle constructor =
          lookup
              .findConstructor(type, MethodType.methodType(void.class, parameterTypes))
              .asSpreader(Object[].class, components.length)
              .asType(MethodType.methodType(Object.class, Object[].class));
      RecordPlan plan = new RecordPlan(constructor, accessors, forms);
      known.put(type, plan);
      return plan;
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(type + " cannot be used as a record", e);
    }
  }

  void write(Object record, Encoder out) throws IOException {
    for (int i = 0; i < forms.length; i++) {
      forms[i].write(accessors.get(i).apply(record), out);
    }
  }

  Object read(Decoder in) throws IOException {
    Object[] values = new Object[forms.length];
    for (int i = 0; i < forms.length; i++) {
      values[i] = forms[i].read(in);
    }
    try {
      return constructor.invokeExact(values);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  /** An accessor as a class of its own: calling through a method handle costs several times it. */
  @SuppressWarnings("unchecked")
  private static Function<Object, Object> accessor(
      MethodHandles.Lookup lookup, MethodHandle accessor) throws ReflectiveOperationException {
    try {
      return (Function<Object, Object>)
          LambdaMetafactory.metafactory(
                  lookup,
                  "apply",
                  MethodType.methodType(Function.class),
                  MethodType.methodType(Object.class, Object.class),
                  accessor,
                  accessor.type().wrap())
              .getTarget()
              .invokeExact();
    } catch (RuntimeException | Error | ReflectiveOperationException e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException(e);
    }
  }

  private static Form form(Type type, Schema schema, Map<Class<?>, RecordPlan> known) {
    Class<?> raw =
        type instanceof ParameterizedType p ? (Class<?>) p.getRawType() : (Class<?>) type;
    return switch (schema.getType()) {
      case INT -> expect(raw == int.class || raw == Integer.class, new IntForm(), type, schema);
      case LONG -> expect(raw == long.class || raw == Long.class, new LongForm(), type, schema);
      case FLOAT -> expect(raw == float.class, new FloatForm(), type, schema);
      case BOOLEAN -> expect(raw == boolean.class, new BooleanForm(), type, schema);
      case STRING -> expect(raw == String.class, new StringForm(), type, schema);
      case BYTES -> expect(raw == byte[].class, new BytesForm(), type, schema);
      case ENUM -> new EnumForm(constants(raw, schema));
      case RECORD -> new RecordForm(of(raw, schema, known));
      case ARRAY ->
          expect(
              raw == List.class,
              new ListForm(form(argument(type, 0), schema.getElementType(), known)),
              type,
              schema);
      case MAP ->
          expect(
              raw == Map.class,
              new MapForm(form(argument(type, 1), schema.getValueType(), known)),
              type,
              schema);
      case UNION, FIXED, DOUBLE, NULL ->
          throw new IllegalArgumentException("events do not use " + schema.getType());
    };
  }

  private static Form expect(boolean fits, Form form, Type type, Schema schema) {
    if (!fits) {
      throw new IllegalArgumentException(type + " does not fit Avro " + schema.getType());
    }
    return form;
  }

  private static Type argument(Type type, int index) {
    return ((ParameterizedType) type).getActualTypeArguments()[index];
  }

  private static Object[] constants(Class<?> type, Schema schema) {
    Object[] constants = type.getEnumConstants();
    List<String> names = new ArrayList<>();
    for (Object constant : constants) {
      names.add(((Enum<?>) constant).name());
    }
    if (!names.equals(schema.getEnumSymbols())) {
      throw new IllegalArgumentException(type + " and schema enum " + schema.getName() + " differ");
    }
    return constants;
  }

  private record IntForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeInt((Integer) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return in.readInt();
    }
  }

  private record LongForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeLong((Long) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return in.readLong();
    }
  }

  private record FloatForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeFloat((Float) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return in.readFloat();
    }
  }

  private record BooleanForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeBoolean((Boolean) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return in.readBoolean();
    }
  }

  private record StringForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeString((String) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return in.readString();
    }
  }

  private record BytesForm() implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeBytes((byte[]) value);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      ByteBuffer buffer = in.readBytes(null);
      byte[] bytes = new byte[buffer.remaining()];
      buffer.get(bytes);
      return bytes;
    }
  }

  private record EnumForm(Object[] constants) implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      out.writeEnum(((Enum<?>) value).ordinal());
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return constants[in.readEnum()];
    }
  }

  private record RecordForm(RecordPlan plan) implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      plan.write(value, out);
    }

    @Override
    public Object read(Decoder in) throws IOException {
      return plan.read(in);
    }
  }

  private record ListForm(Form element) implements Form {
    @Override
    public void write(Object value, Encoder out) throws IOException {
      List<?> list = (List<?>) value;
      out.writeArrayStart();
      out.setItemCount(list.size());
      for (Object item : list) {
        out.startItem();
        element.write(item, out);
      }
      out.writeArrayEnd();
    }

    @Override
    public Object read(Decoder in) throws IOException {
      long count = in.readArrayStart();
      if (count == 0) {
        return List.of();
      }
      List<Object> list = new ArrayList<>((int) Math.min(count, 1 << 16));
      for (; count != 0; count = in.arrayNext()) {
        for (long i = 0; i < count; i++) {
          list.add(element.read(in));
        }
      }
      return java.util.Collections.unmodifiableList(list);
    }
  }

  private record MapForm(Form value) implements Form {
    @Override
    public void write(Object map, Encoder out) throws IOException {
      Map<String, Object> sorted = new TreeMap<>();
      ((Map<?, ?>) map).forEach((k, v) -> sorted.put((String) k, v));
      out.writeMapStart();
      out.setItemCount(sorted.size());
      for (Map.Entry<String, Object> entry : sorted.entrySet()) {
        out.startItem();
        out.writeString(entry.getKey());
        value.write(entry.getValue(), out);
      }
      out.writeMapEnd();
    }

    @Override
    public Object read(Decoder in) throws IOException {
      Map<String, Object> map = new TreeMap<>();
      for (long count = in.readMapStart(); count != 0; count = in.mapNext()) {
        for (long i = 0; i < count; i++) {
          map.put(in.readString(), value.read(in));
        }
      }
      return java.util.Collections.unmodifiableMap(map);
    }
  }
}
