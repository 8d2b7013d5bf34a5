package dev.codegraph.ingest;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * Ignore patterns, read as git reads them but without negation: a pattern without an inner slash
 * matches a name at any depth, one with an inner or leading slash is anchored at the root, a
 * trailing slash admits folders only, and whatever is below a matching folder is ignored too.
 * {@code *} and {@code ?} stay within a name, {@code **} crosses folders. Most patterns are plain
 * names or endings, which cost a hash lookup.
 */
final class IgnorePatterns {
  private final Set<String> folderNames = new HashSet<>();
  private final Set<String> anyNames = new HashSet<>();
  private final List<String> anyEndings = new ArrayList<>();
  private final List<Pattern> anyGlobs = new ArrayList<>();
  private final List<Pattern> folderGlobs = new ArrayList<>();
  private final List<Pattern> anchored = new ArrayList<>();
  private final List<Pattern> anchoredFolders = new ArrayList<>();

  IgnorePatterns(List<String> patterns) {
    patterns.forEach(this::add);
  }

  /** Whether a pattern's character classes are well-formed. */
  static boolean canRead(String pattern) {
    try {
      glob(pattern);
      return true;
    } catch (PatternSyntaxException e) {
      return false;
    }
  }

  private void add(String pattern) {
    boolean folder = pattern.endsWith("/");
    String body = folder ? pattern.substring(0, pattern.length() - 1) : pattern;
    if (body.isEmpty()) {
      return;
    }
    if (body.indexOf('/') >= 0) {
      String rooted = body.startsWith("/") ? body.substring(1) : body;
      (folder ? anchoredFolders : anchored).add(glob(rooted));
    } else if (isPlain(body)) {
      (folder ? folderNames : anyNames).add(body);
    } else if (!folder && body.startsWith("*") && isPlain(body.substring(1))) {
      anyEndings.add(body.substring(1));
    } else {
      (folder ? folderGlobs : anyGlobs).add(glob(body));
    }
  }

  /** Whether the file at a path is ignored. */
  boolean matches(String path) {
    int start = 0;
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', start)) {
      if (matchesName(path.substring(start, slash), true)
          || matchesAnchored(path.substring(0, slash), true)) {
        return true;
      }
      start = slash + 1;
    }
    return matchesName(path.substring(start), false) || matchesAnchored(path, false);
  }

  private boolean matchesName(String name, boolean folder) {
    if (anyNames.contains(name) || (folder && folderNames.contains(name))) {
      return true;
    }
    for (String ending : anyEndings) {
      if (name.endsWith(ending)) {
        return true;
      }
    }
    return matches(anyGlobs, name) || (folder && matches(folderGlobs, name));
  }

  private boolean matchesAnchored(String path, boolean folder) {
    return matches(anchored, path) || (folder && matches(anchoredFolders, path));
  }

  private static boolean matches(List<Pattern> patterns, String text) {
    for (Pattern pattern : patterns) {
      if (pattern.matcher(text).matches()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isPlain(String text) {
    return text.indexOf('*') < 0 && text.indexOf('?') < 0 && text.indexOf('[') < 0;
  }

  private static Pattern glob(String glob) {
    StringBuilder regex = new StringBuilder();
    for (int i = 0; i < glob.length(); i++) {
      char c = glob.charAt(i);
      if (glob.startsWith("**/", i)) {
        regex.append("(?:.*/)?");
        i += 2;
      } else if (glob.startsWith("**", i)) {
        regex.append(".*");
        i++;
      } else if (c == '*') {
        regex.append("[^/]*");
      } else if (c == '?') {
        regex.append("[^/]");
      } else if (c == '[' && glob.indexOf(']', i + 2) > 0) {
        int end = glob.indexOf(']', i + 2);
        String set = glob.substring(i + 1, end);
        boolean not = set.startsWith("!") || set.startsWith("^");
        regex
            .append(not ? "[^/" : "[")
            .append((not ? set.substring(1) : set).replaceAll("[\\[\\]\\\\^&]", "\\\\$0"))
            .append(']');
        i = end;
      } else {
        regex.append(Pattern.quote(String.valueOf(c)));
      }
    }
    return Pattern.compile(regex.toString(), Pattern.DOTALL);
  }
}
