package dev.codegraph.query;

import io.helidon.common.parameters.Parameters;
import io.helidon.webserver.http.ServerRequest;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The query parameters of a request, checked. */
final class Params {
  private final Parameters query;

  Params(ServerRequest request) {
    this.query = request.query();
  }

  /** The value, or null when absent or empty. */
  @Nullable String text(String name) {
    String value = query.first(name).orElse("");
    return value.isBlank() ? null : value;
  }

  /**
   * The value.
   *
   * @throws ApiProblem 400 when absent or empty
   */
  String required(String name) {
    String value = text(name);
    if (value == null) {
      throw ApiProblem.badRequest("the parameter " + name + " is missing");
    }
    return value;
  }

  /**
   * A whole number within bounds.
   *
   * @throws ApiProblem 400 when it is something else
   */
  int number(String name, int min, int max, int otherwise) {
    String value = text(name);
    if (value == null) {
      return otherwise;
    }
    try {
      int number = Integer.parseInt(value);
      if (number >= min && number <= max) {
        return number;
      }
    } catch (NumberFormatException e) {
      // Said below.
    }
    throw ApiProblem.badRequest(
        "the parameter " + name + " must be a whole number from " + min + " to " + max);
  }

  /** Whether a switch is on. */
  boolean flag(String name) {
    String value = text(name);
    return value != null && List.of("true", "1", "yes").contains(value.toLowerCase(Locale.ROOT));
  }

  /**
   * A constant of an enum by its lower-case name.
   *
   * @throws ApiProblem 400 when there is none of that name
   */
  <E extends Enum<E>> @Nullable E constant(String name, Class<E> type) {
    String value = text(name);
    if (value == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (constant.name().equalsIgnoreCase(value)) {
        return constant;
      }
    }
    throw ApiProblem.badRequest(
        "the parameter "
            + name
            + " must be one of "
            + String.join(
                ", ",
                Arrays.stream(type.getEnumConstants())
                    .map(c -> c.name().toLowerCase(Locale.ROOT))
                    .toList()));
  }

  /** Where to begin; null for the first page. */
  @Nullable Cursor cursor() {
    String value = text("cursor");
    return value == null ? null : Cursor.parse(value);
  }
}
