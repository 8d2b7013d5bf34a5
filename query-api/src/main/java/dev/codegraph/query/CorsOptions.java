package dev.codegraph.query;

import java.util.List;

/**
 * What browsers let pages of other origins do.
 *
 * @param enabled False: no answer says anything of it.
 * @param origins Origins that are admitted; {@code *} admits any.
 * @param methods Methods that a preflight names.
 * @param headers Request headers that a preflight names.
 * @param maxAgeSeconds How long a browser may remember a preflight.
 */
public record CorsOptions(
    boolean enabled,
    List<String> origins,
    List<String> methods,
    List<String> headers,
    int maxAgeSeconds) {
  /** No page of another origin may ask anything. */
  public static final CorsOptions NONE = new CorsOptions(false, List.of(), List.of(), List.of(), 0);
}
