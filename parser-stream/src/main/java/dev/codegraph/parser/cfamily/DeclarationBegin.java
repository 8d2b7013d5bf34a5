package dev.codegraph.parser.cfamily;

/**
 * Whether a whole declaration begins at a token, so that a word before it is no part of its type.
 */
final class DeclarationBegin {
  private final Tokens tokens;

  DeclarationBegin(Tokens tokens) {
    this.tokens = tokens;
  }

  /**
   * Looks from a token on.
   *
   * @param around The name of the type that the declaration would stand in, -1 for none.
   */
  boolean at(int first, int around) {
    int token = first;
    if (token >= tokens.count()
        || tokens.is(token, '}')
        || tokens.beginsDeclaration(token)
        || tokens.is(token, '~')
        || tokens.is(token, '[') && tokens.is(token + 1, '[')) {
      return true;
    }
    if (tokens.isWord(token, "const") || tokens.isWord(token, "volatile")) {
      token++;
      if (tokens.beginsDeclaration(token)) {
        return true;
      }
    }
    if (tokens.isMacroLike(token)) {
      int last = tokens.is(token + 1, '(') ? tokens.closing(token + 1) : token;
      if (last >= 0 && tokens.beginsDeclaration(last + 1)) {
        return true;
      }
    }
    return isTypeAndName(token, around);
  }

  /** Whether a type stands here with a name behind it, or a constructor. */
  private boolean isTypeAndName(int first, int around) {
    int token = first;
    if (tokens.is(token, ':') && tokens.is(token + 1, ':')) {
      token += 2;
    }
    int previous = -1;
    int last = -1;
    while (tokens.isName(token)) {
      previous = last;
      last = token++;
      if (tokens.is(token, '<')) {
        token = tokens.afterTemplate(token);
      }
      if (!(tokens.is(token, ':') && tokens.is(token + 1, ':'))) {
        break;
      }
      token += 2;
    }
    if (last < 0) {
      return false;
    }
    if (tokens.is(token, '(') && !tokens.is(token + 1, '*')) {
      return previous >= 0 && tokens.same(previous, last) || tokens.same(last, around);
    }
    while (tokens.is(token, '*') || tokens.is(token, '&') || tokens.isWord(token, "const")) {
      token++;
    }
    if (tokens.is(token, '(') && tokens.is(token + 1, '*')) {
      return true;
    }
    return tokens.isName(token) || tokens.isWord(token, "operator");
  }
}
