package dev.codegraph.parser.cfamily;

import dev.codegraph.parser.FactsBuilder;
import dev.codegraph.parser.walk.WalkContext;

/** The parts of one walk over one file, each of which may need the others. */
final class CWalk {
  private final CSyntax syntax;
  private final WalkContext context;
  private final CNames names;
  private final CComments comments;
  private final CTypes types;
  private final CModifiers modifiers;
  private final CEntities entities;
  private final CCallables callables;
  private final CVariables variables;
  private final CPreprocessor preprocessor;
  private final CDeclarations declarations;
  private final CExpressions expressions;
  private final CCode code;

  CWalk(CSyntax syntax, FactsBuilder facts) {
    this.syntax = syntax;
    this.context = new WalkContext(facts, syntax.end(syntax.root()));
    this.names = new CNames();
    this.comments = new CComments(syntax.source());
    this.types = new CTypes(this);
    this.modifiers = new CModifiers(this);
    this.entities = new CEntities(this);
    this.callables = new CCallables(this);
    this.variables = new CVariables(this);
    this.preprocessor = new CPreprocessor(this);
    this.declarations = new CDeclarations(this);
    this.expressions = new CExpressions(this);
    this.code = new CCode(this);
  }

  /** Walks the whole file. */
  void run() {
    comments.flagFile(context.facts().file());
    declarations.all(syntax.root());
    callables.flagBenchmarks();
  }

  CSyntax syntax() {
    return syntax;
  }

  WalkContext context() {
    return context;
  }

  CNames names() {
    return names;
  }

  CComments comments() {
    return comments;
  }

  CTypes types() {
    return types;
  }

  CModifiers modifiers() {
    return modifiers;
  }

  CEntities entities() {
    return entities;
  }

  CCallables callables() {
    return callables;
  }

  CVariables variables() {
    return variables;
  }

  CPreprocessor preprocessor() {
    return preprocessor;
  }

  CDeclarations declarations() {
    return declarations;
  }

  CExpressions expressions() {
    return expressions;
  }

  CCode code() {
    return code;
  }
}
