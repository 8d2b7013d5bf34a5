package dev.codegraph.graph.link.java;

import dev.codegraph.graph.link.Outcomes;
import dev.codegraph.graph.link.ProjectView;
import dev.codegraph.graph.link.Reason;
import dev.codegraph.graph.link.Rule;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.link.Symbol;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.Expression;
import dev.codegraph.schemas.ImportFact;
import dev.codegraph.schemas.ReferenceFact;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decides the references of one Java file. */
final class JavaLinking {
  private final SourceFile file;
  private final Outcomes outcomes;
  private final JavaTypes types;
  private final JavaPlaces places;
  private final JavaMembers members;
  private final JavaExpressions expressions;
  private final JavaArguments arguments;

  JavaLinking(SourceFile file, ProjectView view, Outcomes outcomes) {
    this.file = file;
    this.outcomes = outcomes;
    this.types = new JavaTypes(file, view);
    this.places = new JavaPlaces(file, types);
    this.members = new JavaMembers(file, types, places);
    JavaFunctions functions = new JavaFunctions(view, types);
    this.expressions = new JavaExpressions(file, types, functions, places, members);
    this.arguments = new JavaArguments(file, expressions, new JavaOverloads(types, functions));
  }

  void link() {
    List<ReferenceFact> references = file.facts().references();
    for (int i = 0; i < references.size(); i++) {
      ReferenceFact reference = references.get(i);
      switch (reference.role()) {
        case IMPORT -> imported(i, file.facts().imports().get(reference.importIndex()));
        case TYPE, EXTEND, IMPLEMENT, ANNOTATE -> typeName(i, reference);
        case INSTANTIATE -> instantiation(i, reference);
        case CALL -> call(i, reference);
        case READ, WRITE -> access(i, reference);
        case FUNCTION_VALUE -> functionValue(i, reference);
      }
    }
  }

  private void imported(int i, ImportFact one) {
    if (one.name().equals("*")) {
      JavaTypes.Named type = types.name(one.module(), types.own().in(""));
      if (type.type() instanceof JavaType.Declared declared) {
        outcomes.resolved(i, declared.symbol(), Rule.WILDCARD_IMPORT);
      } else {
        outcomes.external(i, "java:" + one.module() + "#*", Rule.WILDCARD_IMPORT);
      }
      return;
    }
    if (one.isStatic()) {
      JavaTypes.Named type = types.name(one.module(), types.own().in(""));
      if (type.type() instanceof JavaType.Declared declared) {
        members(i, declared.symbol(), one.name());
        return;
      }
      external(i, type, one.module(), one.name());
      return;
    }
    String qualified = one.module().isEmpty() ? one.name() : one.module() + "." + one.name();
    JavaTypes.Named type = types.name(qualified, types.own().in(""));
    switch (type.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), Rule.IMPORT);
      case JavaType.External external ->
          outcomes.external(i, "java:" + qualified, Rule.EXTERNAL_IMPORT);
      case null -> notFound(i, type, one.module(), qualified);
      case JavaType.Array a -> notFound(i, type, one.module(), qualified);
      case JavaType.Primitive p -> notFound(i, type, one.module(), qualified);
      case JavaType.Unknown u -> notFound(i, type, one.module(), qualified);
    }
  }

  private void notFound(int i, JavaTypes.Named type, String module, String qualified) {
    if (type.candidates().size() > 1) {
      outcomes.ambiguous(i, type.candidates(), Rule.CANDIDATES);
    } else if (types.hasPackage(module)) {
      outcomes.unresolved(i, Reason.IMPORT_NOT_FOUND);
    } else {
      outcomes.external(i, "java:" + qualified, Rule.EXTERNAL_IMPORT);
    }
  }

  private void external(int i, JavaTypes.Named type, String module, String name) {
    if (type.candidates().size() > 1) {
      outcomes.ambiguous(i, type.candidates(), Rule.CANDIDATES);
    } else {
      outcomes.external(i, "java:" + module + "#" + name, Rule.EXTERNAL_IMPORT);
    }
  }

  /** All members of a name, whatever their arguments. */
  private void members(int i, Symbol type, String name) {
    JavaInheritance.Members members = types.inheritance().members(type, name);
    if (members.isEmpty()) {
      boolean isOutside = members.hasUnknownBase() || !members.externals().isEmpty();
      outcomes.unresolved(i, isOutside ? Reason.EXTERNAL_BASE : Reason.NO_SUCH_MEMBER);
    } else {
      choose(i, members.levels().getFirst(), Rule.IMPORT);
    }
  }

  /** One of several overloads, told apart by the arguments. */
  private void choose(int i, List<Symbol> candidates, Rule rule, @Nullable JavaType receiver) {
    choose(i, arguments.narrow(file.facts().references().get(i), candidates, receiver), rule);
  }

  private void choose(int i, List<Symbol> candidates, Rule rule) {
    if (candidates.size() == 1) {
      outcomes.resolved(i, candidates.getFirst(), rule);
    } else {
      outcomes.ambiguous(i, candidates, Rule.CANDIDATES);
    }
  }

  private void typeName(int i, ReferenceFact reference) {
    JavaTypes.Named named = named(reference);
    switch (named.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), named.rule());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null -> noType(i, named);
      case JavaType.Array a -> noType(i, named);
      case JavaType.Primitive p -> noType(i, named);
      case JavaType.Unknown u -> noType(i, named);
    }
  }

  private void noType(int i, JavaTypes.Named named) {
    if (named.candidates().size() > 1) {
      outcomes.ambiguous(i, named.candidates(), Rule.CANDIDATES);
    } else {
      outcomes.unresolved(i, Reason.NOT_VISIBLE);
    }
  }

  private JavaTypes.Named named(ReferenceFact reference) {
    String dotted =
        reference.receiver() < 0
            ? reference.name()
            : dotted(reference.receiver(), new StringBuilder()) + "." + reference.name();
    JavaContext context = places.contextOf(reference.owner());
    JavaTypes.Named local =
        reference.receiver() < 0 ? places.localType(reference.name(), reference.owner()) : null;
    return local != null ? local : types.name(dotted, context);
  }

  private String dotted(int expression, StringBuilder into) {
    Expression at = file.facts().expressions().get(expression);
    if (at.base() >= 0) {
      dotted(at.base(), into);
      into.append('.');
    }
    return into.append(at.text()).toString();
  }

  private void instantiation(int i, ReferenceFact reference) {
    JavaTypes.Named named = named(reference);
    switch (named.type()) {
      case JavaType.Declared declared -> constructor(i, declared, reference.argumentCount());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null -> noType(i, named);
      case JavaType.Array a -> noType(i, named);
      case JavaType.Primitive p -> noType(i, named);
      case JavaType.Unknown u -> noType(i, named);
    }
  }

  /** The constructor that takes so many arguments, or the type when none is written. */
  private void constructor(int i, JavaType.Declared receiver, int argumentCount) {
    Symbol type = receiver.symbol();
    JavaInheritance.Members members = types.inheritance().members(type, JavaScopes.CONSTRUCTOR);
    List<Symbol> declared = members.isEmpty() ? List.of() : members.levels().getFirst();
    List<Symbol> fitting = declared.stream().filter(c -> c.accepts(argumentCount)).toList();
    boolean isRecord = type.entry().kind() == EntityKind.RECORD;
    if (!fitting.isEmpty()) {
      choose(i, fitting, Rule.CONSTRUCTOR, receiver);
    } else if (declared.isEmpty() || isRecord) {
      outcomes.resolved(i, type, Rule.CONSTRUCTOR);
    } else {
      outcomes.unresolved(i, Reason.ARITY);
    }
  }

  private void call(int i, ReferenceFact reference) {
    if (reference.receiver() >= 0) {
      callOn(
          i,
          reference,
          expressions.meaning(reference.receiver(), reference.start(), reference.owner()));
      return;
    }
    if (reference.name().equals("this") || reference.name().equals("super")) {
      constructorCall(i, reference);
      return;
    }
    JavaSearch search = new JavaSearch(reference.name(), reference.argumentCount(), true);
    JavaFound found = members.enclosing(reference.owner(), search);
    if (found != null) {
      outcome(i, found);
      return;
    }
    if (search.hasName) {
      outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.ARITY);
    } else if (!staticImport(i, reference, search)) {
      JavaType.External base = search.onlyExternal();
      if (base != null) {
        outcomes.external(i, "java:" + base.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      } else {
        outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.NOT_VISIBLE);
      }
    }
  }

  private void constructorCall(int i, ReferenceFact reference) {
    Symbol own = places.enclosingType(reference.owner());
    if (own == null) {
      outcomes.unresolved(i, Reason.NOT_VISIBLE);
      return;
    }
    if (reference.name().equals("this")) {
      constructor(
          i,
          new JavaType.Declared(own, List.of(), JavaContext.PLATFORM),
          reference.argumentCount());
      return;
    }
    List<JavaType> bases = types.inheritance().bases(own);
    if (bases.isEmpty()) {
      outcomes.external(i, "java:java.lang.Object", Rule.BUILTIN);
      return;
    }
    switch (bases.getFirst()) {
      case JavaType.Declared base when base.symbol().entry().kind() == EntityKind.CLASS ->
          constructor(i, base, reference.argumentCount());
      case JavaType.Declared base -> outcomes.external(i, "java:java.lang.Object", Rule.BUILTIN);
      case JavaType.External base ->
          outcomes.external(i, "java:" + base.name(), Rule.EXTERNAL_MEMBER);
      case JavaType.Array a -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.EXTERNAL_BASE);
    }
  }

  private void outcome(int i, JavaFound found) {
    outcome(i, found, found.within());
  }

  private void outcome(int i, JavaFound found, @Nullable JavaType receiver) {
    JavaType.External external = found.external();
    if (external != null) {
      String name = file.facts().references().get(i).name();
      outcomes.external(i, "java:" + external.symbol(name), found.rule());
    } else {
      choose(i, found.symbols(), found.rule(), receiver);
    }
  }

  /** Whether a statically imported member decided the reference. */
  private boolean staticImport(int i, ReferenceFact reference, JavaSearch search) {
    JavaFound found = members.imported(search);
    if (found != null) {
      outcome(i, found);
      return true;
    }
    JavaContext own = types.own();
    List<String> owners = own.statics().getOrDefault(reference.name(), List.of());
    if (!owners.isEmpty()) {
      return externalOwner(i, owners, reference);
    }
    if (!search.isOutside()) {
      return externalOwner(i, own.staticWildcards(), reference);
    }
    return false;
  }

  /** The only owner that is outside the project has the member. */
  private boolean externalOwner(int i, List<String> owners, ReferenceFact reference) {
    List<String> outside = new ArrayList<>();
    for (String owner : owners) {
      JavaTypes.Named named = types.name(owner, types.own().in(""));
      if (!(named.type() instanceof JavaType.Declared)) {
        outside.add(owner);
      }
    }
    if (outside.size() != 1) {
      return false;
    }
    outcomes.external(
        i, "java:" + outside.getFirst() + "#" + reference.name(), Rule.EXTERNAL_IMPORT);
    return true;
  }

  private void callOn(int i, ReferenceFact reference, JavaMeaning receiver) {
    switch (receiver) {
      case JavaMeaning.PackageName p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaMeaning.TypeName name -> callOn(i, reference, name.type(), Rule.TYPE_MEMBER);
      case JavaMeaning.Value value -> callOn(i, reference, value.type(), value.rule());
    }
  }

  private void callOn(int i, ReferenceFact reference, JavaType type, Rule rule) {
    switch (type) {
      case JavaType.Declared declared -> {
        JavaSearch search = new JavaSearch(reference.name(), reference.argumentCount(), true);
        JavaFound found = members.inType(declared.symbol(), search, rule, rule);
        if (found != null) {
          outcome(i, found, declared);
        } else {
          missing(i, search);
        }
      }
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array array ->
          outcomes.external(i, "java:java.lang.Object#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }

  /** A type of the project has no such member as far as its bases are known. */
  private void missing(int i, JavaSearch search) {
    JavaType.External base = search.onlyExternal();
    if (base != null && !search.hasName) {
      outcomes.external(i, "java:" + base.symbol(search.name), Rule.EXTERNAL_MEMBER);
    } else if (search.isOutside()) {
      outcomes.unresolved(i, Reason.EXTERNAL_BASE);
    } else {
      outcomes.unresolved(i, search.hasName ? Reason.ARITY : Reason.NO_SUCH_MEMBER);
    }
  }

  private void access(int i, ReferenceFact reference) {
    if (reference.receiver() >= 0) {
      accessOn(i, reference);
      return;
    }
    JavaSearch search = new JavaSearch(reference.name(), -1, false);
    JavaFound found = members.enclosing(reference.owner(), search);
    if (found != null) {
      outcome(i, found);
      return;
    }
    JavaTypes.Named type = places.localType(reference.name(), reference.owner());
    if (type == null) {
      type = types.name(reference.name(), places.contextOf(reference.owner()));
    }
    if (type.type() instanceof JavaType.Declared declared) {
      outcomes.resolved(i, declared.symbol(), type.rule());
    } else if (type.type() instanceof JavaType.External external) {
      outcomes.external(i, "java:" + external.name(), type.rule());
    } else if (!staticImport(i, reference, search)) {
      boolean isPackage =
          JavaExpressions.isPackageName(reference.name()) && expressions.isQualifier(reference);
      if (isPackage) {
        outcomes.external(i, "java:" + reference.name(), Rule.QUALIFIED_NAME);
      } else {
        JavaType.External base = search.onlyExternal();
        if (base != null) {
          outcomes.external(i, "java:" + base.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
        } else {
          outcomes.unresolved(i, search.isOutside() ? Reason.EXTERNAL_BASE : Reason.NOT_VISIBLE);
        }
      }
    }
  }

  private void accessOn(int i, ReferenceFact reference) {
    JavaMeaning receiver =
        expressions.meaning(reference.receiver(), reference.start(), reference.owner());
    JavaType type;
    Rule rule;
    switch (receiver) {
      case JavaMeaning.PackageName p -> {
        packageMember(i, reference, p.name());
        return;
      }
      case JavaMeaning.TypeName name -> {
        type = name.type();
        rule = Rule.TYPE_MEMBER;
      }
      case JavaMeaning.Value value -> {
        type = value.type();
        rule = value.rule();
      }
    }
    switch (type) {
      case JavaType.Declared declared -> fieldOf(i, reference, declared, rule);
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array array ->
          outcomes.external(i, "java:array#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }

  private void fieldOf(int i, ReferenceFact reference, JavaType.Declared declared, Rule rule) {
    JavaSearch search = new JavaSearch(reference.name(), -1, false);
    JavaFound found = members.inType(declared.symbol(), search, rule, rule);
    if (found != null) {
      outcome(i, found);
      return;
    }
    for (List<Symbol> level :
        types.inheritance().members(declared.symbol(), reference.name()).levels()) {
      for (Symbol symbol : level) {
        if (JavaScopes.isType(symbol.entry().kind())) {
          outcomes.resolved(i, symbol, Rule.TYPE_MEMBER);
          return;
        }
      }
    }
    missing(i, search);
  }

  private void packageMember(int i, ReferenceFact reference, String packageName) {
    JavaTypes.Named named = types.name(packageName + "." + reference.name(), types.own().in(""));
    switch (named.type()) {
      case JavaType.Declared declared -> outcomes.resolved(i, declared.symbol(), named.rule());
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.name(), named.rule());
      case null ->
          outcomes.external(i, "java:" + packageName + "." + reference.name(), Rule.QUALIFIED_NAME);
      case JavaType.Array a -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.NOT_VISIBLE);
    }
  }

  private void functionValue(int i, ReferenceFact reference) {
    JavaMeaning receiver =
        reference.receiver() < 0
            ? JavaMeaning.UNKNOWN
            : expressions.meaning(reference.receiver(), reference.start(), reference.owner());
    switch (JavaMeaning.typeOf(receiver)) {
      case JavaType.Declared declared -> {
        if (reference.name().equals("new")) {
          JavaInheritance.Members constructors =
              types.inheritance().members(declared.symbol(), JavaScopes.CONSTRUCTOR);
          choose(
              i,
              constructors.isEmpty()
                  ? List.of(declared.symbol())
                  : constructors.levels().getFirst(),
              Rule.CONSTRUCTOR);
          return;
        }
        JavaSearch search = new JavaSearch(reference.name(), -1, true);
        JavaFound found =
            members.inType(declared.symbol(), search, Rule.TYPE_MEMBER, Rule.TYPE_MEMBER);
        if (found != null) {
          outcome(i, found);
        } else {
          missing(i, search);
        }
      }
      case JavaType.External external ->
          outcomes.external(i, "java:" + external.symbol(reference.name()), Rule.EXTERNAL_MEMBER);
      case JavaType.Array a -> outcomes.external(i, "java:array#" + reference.name(), Rule.BUILTIN);
      case JavaType.Primitive p -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
      case JavaType.Unknown u -> outcomes.unresolved(i, Reason.RECEIVER_UNKNOWN);
    }
  }
}
