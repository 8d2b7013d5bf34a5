package dev.codegraph.program.config;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tomlj.Toml;
import org.tomlj.TomlArray;
import org.tomlj.TomlParseResult;

/**
 * Values as they are written: sizes in powers of two, durations with a unit, words in lower case,
 * lists with commas or as TOML arrays. A text means the same in the file, in a variable and in a
 * flag.
 */
final class ValueParser {
  private static final Pattern SIZE =
      Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(B|KB|MB|GB|TB|KIB|MIB|GIB|TIB)");
  private static final Pattern WHOLE = Pattern.compile("-?\\d{1,18}");
  private static final Pattern DURATION = Pattern.compile("(\\d+)\\s*(ms|s|m|h|d)");
  private static final Map<String, Integer> SHIFTS =
      Map.of(
          "B", 0, "KB", 10, "KIB", 10, "MB", 20, "MIB", 20, "GB", 30, "GIB", 30, "TB", 40, "TIB",
          40);

  private ValueParser() {}

  /**
   * A value from its text.
   *
   * @throws IllegalArgumentException saying what would be right
   */
  static Object ofText(ConfigKey key, String text) {
    Class<?> type = key.component().getType();
    if (type == String.class) {
      return text;
    }
    if (type == boolean.class) {
      return switch (text.strip().toLowerCase(Locale.ROOT)) {
        case "true" -> true;
        case "false" -> false;
        default -> throw new IllegalArgumentException(quoted(text) + " is not true or false");
      };
    }
    if (type == int.class || type == long.class) {
      return number(key, text);
    }
    if (type == Duration.class) {
      return duration(text);
    }
    if (type == Path.class) {
      return path(text);
    }
    if (type.isEnum()) {
      return word(type, text);
    }
    if (type == List.class) {
      return isNumbers(key) ? numbers(list(key, text)) : list(key, text);
    }
    throw new IllegalStateException(key.path() + " has a type that cannot be read: " + type);
  }

  /**
   * A value from what the TOML parser made of it.
   *
   * @throws IllegalArgumentException saying what would be right
   */
  static Object ofToml(ConfigKey key, Object value) {
    Class<?> type = key.component().getType();
    if (type == List.class) {
      if (value instanceof TomlArray array) {
        return isNumbers(key) ? numbers(array.toList()) : ofArray(key, array);
      }
      throw new IllegalArgumentException(
          shown(value) + " is not an array of " + (isNumbers(key) ? "numbers" : "texts"));
    }
    if (value instanceof String text) {
      boolean numeric = type == int.class || type == long.class;
      if (type == boolean.class || (numeric && key.setting().unit() == Setting.Unit.NONE)) {
        throw new IllegalArgumentException(
            "%s is a text and not %s"
                .formatted(quoted(text), numeric ? "a number" : "true or false"));
      }
      return ofText(key, text);
    }
    if (value instanceof Long number) {
      if (type == int.class || type == long.class) {
        return inRange(key, BigDecimal.valueOf(number), number.toString());
      }
      throw new IllegalArgumentException(
          "%d is a number and not %s".formatted(number, expected(type)));
    }
    if (value instanceof Boolean flag && type == boolean.class) {
      return flag;
    }
    throw new IllegalArgumentException(shown(value) + " is not " + expected(type));
  }

  /** A value as the dry run shows it. */
  static Object shown(Object value) {
    return switch (value) {
      case Duration duration -> text(duration);
      case Path path -> path.toString();
      case Enum<?> word -> word.name().toLowerCase(Locale.ROOT);
      case List<?> list -> list.stream().map(ValueParser::shown).toList();
      case TomlArray array -> array.toJson();
      case Number number -> number;
      case Boolean flag -> flag;
      default -> value.toString();
    };
  }

  private static String expected(Class<?> type) {
    if (type == boolean.class) {
      return "true or false";
    }
    if (type == int.class || type == long.class) {
      return "a whole number";
    }
    if (type == Duration.class) {
      return "a duration such as \"30s\", \"5m\", \"24h\" or \"30d\"";
    }
    return "a text";
  }

  private static Object number(ConfigKey key, String text) {
    String written = text.strip();
    if (WHOLE.matcher(written).matches()) {
      return inRange(key, new BigDecimal(written), written);
    }
    if (key.setting().unit() != Setting.Unit.BYTES) {
      throw new IllegalArgumentException(quoted(text) + " is not a whole number");
    }
    Matcher size = SIZE.matcher(written.toUpperCase(Locale.ROOT));
    if (!size.matches()) {
      throw new IllegalArgumentException(
          quoted(text) + " is not a size such as 4GB, 100MB or a number of bytes");
    }
    long factor = 1L << SHIFTS.getOrDefault(size.group(2), 0);
    return inRange(
        key, new BigDecimal(size.group(1)).multiply(BigDecimal.valueOf(factor)), written);
  }

  private static Object inRange(ConfigKey key, BigDecimal value, String text) {
    Setting setting = key.setting();
    if (value.stripTrailingZeros().scale() > 0) {
      throw new IllegalArgumentException(text + " is not a whole number");
    }
    if (value.compareTo(BigDecimal.valueOf(setting.min())) < 0
        || value.compareTo(BigDecimal.valueOf(setting.max())) > 0) {
      throw new IllegalArgumentException(
          "%s is not between %d and %d%s"
              .formatted(
                  text,
                  setting.min(),
                  setting.max(),
                  switch (setting.unit()) {
                    case NONE -> "";
                    case BYTES -> " bytes";
                    case MEBIBYTES -> " MiB";
                  }));
    }
    return key.component().getType() == int.class
        ? (Object) value.intValueExact()
        : (Object) value.longValueExact();
  }

  private static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text.strip().toLowerCase(Locale.ROOT));
    if (!matcher.matches()) {
      throw new IllegalArgumentException(quoted(text) + " is not " + expected(Duration.class));
    }
    try {
      long amount = Long.parseLong(matcher.group(1));
      return switch (matcher.group(2)) {
        case "ms" -> Duration.ofMillis(amount);
        case "s" -> Duration.ofSeconds(amount);
        case "m" -> Duration.ofMinutes(amount);
        case "h" -> Duration.ofHours(amount);
        default -> Duration.ofDays(amount);
      };
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException(quoted(text) + " is too long", e);
    }
  }

  private static String text(Duration duration) {
    if (duration.isZero()) {
      return "0s";
    }
    if (duration.toMillisPart() > 0) {
      return duration.toMillis() + "ms";
    }
    long seconds = duration.toSeconds();
    if (seconds % 86_400 == 0) {
      return seconds / 86_400 + "d";
    }
    if (seconds % 3_600 == 0) {
      return seconds / 3_600 + "h";
    }
    return seconds % 60 == 0 ? seconds / 60 + "m" : seconds + "s";
  }

  private static Path path(String text) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("is empty and not a path");
    }
    String home = System.getProperty("user.home");
    String expanded = text.equals("~") || text.startsWith("~/") ? home + text.substring(1) : text;
    try {
      return Path.of(expanded);
    } catch (InvalidPathException e) {
      throw new IllegalArgumentException(quoted(text) + " is not a path", e);
    }
  }

  private static Object word(Type type, String text) {
    Object[] constants = ((Class<?>) type).getEnumConstants();
    for (Object constant : constants) {
      if (((Enum<?>) constant).name().equalsIgnoreCase(text.strip())) {
        return constant;
      }
    }
    throw new IllegalArgumentException(
        "%s is not one of %s"
            .formatted(
                quoted(text),
                Stream.of(constants)
                    .map(constant -> ((Enum<?>) constant).name().toLowerCase(Locale.ROOT))
                    .collect(Collectors.joining(", "))));
  }

  private static boolean isNumbers(ConfigKey key) {
    return key.component().getGenericType() instanceof ParameterizedType list
        && list.getActualTypeArguments()[0] == Double.class;
  }

  private static List<Double> numbers(List<?> values) {
    List<Double> numbers = new ArrayList<>();
    for (Object value : values) {
      try {
        numbers.add(Double.valueOf(value.toString()));
      } catch (NumberFormatException e) {
        throw new IllegalArgumentException(quoted(value.toString()) + " is not a number", e);
      }
    }
    return List.copyOf(numbers);
  }

  private static List<String> list(ConfigKey key, String text) {
    if (text.strip().startsWith("[") && !isNumbers(key)) {
      TomlParseResult parsed = Toml.parse("list = " + text);
      if (parsed.hasErrors() || !parsed.isArray("list")) {
        throw new IllegalArgumentException(quoted(text) + " is not an array of texts");
      }
      TomlArray array = parsed.getArrayOrEmpty("list");
      return ofArray(key, array);
    }
    String words = isNumbers(key) ? text.replaceAll("[\\[\\]]", " ") : text;
    return Stream.of(words.split(",")).map(String::strip).filter(word -> !word.isEmpty()).toList();
  }

  private static List<String> ofArray(ConfigKey key, TomlArray array) {
    List<String> values = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      if (!(array.get(i) instanceof String value)) {
        throw new IllegalArgumentException(
            "%s is not an array of texts: element %d".formatted(key.path(), i + 1));
      }
      values.add(value);
    }
    return List.copyOf(values);
  }

  private static String quoted(String text) {
    return "'" + text + "'";
  }
}
