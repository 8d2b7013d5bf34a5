import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.IdentifierTree;
import com.sun.source.tree.MemberReferenceTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.NewClassTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.TreePathScanner;
import com.sun.source.util.Trees;
import com.sun.tools.javac.tree.JCTree;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/**
 * Says what javac takes each reference of a folder's Java files to mean, one line per reference,
 * for {@code score.py}: role, path, line, column, name, and path and line of the definition's name,
 * or two dashes when it is outside. Lines and columns are 1-based, columns in UTF-8 bytes.
 * References that javac cannot resolve, because something outside is not on the class path, are
 * left out and counted on the error stream.
 *
 * <pre>java JavacTruth.java FOLDER [CLASSPATH]</pre>
 *
 * {@code truth.sh} starts it with the packages of javac that it needs.
 */
public final class JavacTruth {
  private final Path root;
  private final PrintStream out;
  private Trees trees;
  private Elements elements;
  private final Map<CompilationUnitTree, Source> sources = new HashMap<>();
  private int unknown;

  /** A file's text, with what turns offsets into lines and columns. */
  private record Source(String path, String text, int[] lineStarts) {
    static Source of(Path root, CompilationUnitTree unit) throws IOException {
      String text = unit.getSourceFile().getCharContent(true).toString();
      List<Integer> starts = new ArrayList<>(List.of(0));
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) == '\n') {
          starts.add(i + 1);
        }
      }
      String path =
          root.relativize(Path.of(unit.getSourceFile().toUri())).toString().replace('\\', '/');
      return new Source(path, text, starts.stream().mapToInt(Integer::intValue).toArray());
    }

    int line(int offset) {
      int found = java.util.Arrays.binarySearch(lineStarts, offset);
      return found >= 0 ? found + 1 : -found - 1;
    }

    int column(int offset) {
      String before = text.substring(lineStarts[line(offset) - 1], offset);
      return before.getBytes(StandardCharsets.UTF_8).length + 1;
    }
  }

  private JavacTruth(Path root, PrintStream out) {
    this.root = root;
    this.out = out;
  }

  public static void main(String[] args) throws IOException {
    Path root = Path.of(args[0]).toRealPath();
    PrintStream out = new PrintStream(System.out, false, StandardCharsets.UTF_8);
    new JavacTruth(root, out).run(args.length > 1 ? args[1] : "");
    out.flush();
  }

  private void run(String classpath) throws IOException {
    List<Path> files;
    try (Stream<Path> all = Files.walk(root)) {
      files =
          all.filter(p -> p.toString().endsWith(".java") && !p.endsWith("module-info.java"))
              .filter(p -> !root.relativize(p).toString().matches("(^|.*/)\\..*"))
              .sorted()
              .toList();
    }
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
    StandardJavaFileManager manager =
        compiler.getStandardFileManager(diagnostics, null, StandardCharsets.UTF_8);
    List<String> options =
        new ArrayList<>(List.of("-proc:none", "-implicit:none", "-Xmaxerrs", "1000000", "-nowarn"));
    if (!classpath.isEmpty()) {
      options.addAll(List.of("-classpath", classpath));
    }
    JavacTask task =
        (JavacTask)
            compiler.getTask(
                null,
                manager,
                diagnostics,
                options,
                null,
                manager.getJavaFileObjectsFromPaths(files));
    trees = Trees.instance(task);
    elements = task.getElements();
    List<CompilationUnitTree> units = new ArrayList<>();
    task.parse().forEach(units::add);
    for (CompilationUnitTree unit : units) {
      sources.put(unit, Source.of(root, unit));
    }
    task.analyze();
    for (CompilationUnitTree unit : units) {
      new Scanner(unit).scan(new TreePath(unit), null);
    }
    long errors =
        diagnostics.getDiagnostics().stream()
            .filter(d -> d.getKind() == Diagnostic.Kind.ERROR)
            .count();
    System.err.printf(
        "%d files, %d errors, %d references that javac does not know%n",
        files.size(), errors, unknown);
  }

  private final class Scanner extends TreePathScanner<Void, Void> {
    private final CompilationUnitTree unit;
    private final Source source;

    Scanner(CompilationUnitTree unit) {
      this.unit = unit;
      this.source = sources.get(unit);
    }

    @Override
    public Void visitMethodInvocation(MethodInvocationTree tree, Void unused) {
      TreePath select = new TreePath(getCurrentPath(), tree.getMethodSelect());
      int at = nameOffset(tree.getMethodSelect());
      // What the name itself means is the call, so it is not visited again.
      tell("call", trees.getElement(select), at, nameOf(tree.getMethodSelect()));
      scan(tree.getTypeArguments(), null);
      if (tree.getMethodSelect() instanceof MemberSelectTree member) {
        scan(member.getExpression(), null);
      }
      scan(tree.getArguments(), null);
      return null;
    }

    @Override
    public Void visitNewClass(NewClassTree tree, Void unused) {
      Tree identifier = tree.getIdentifier();
      while (identifier instanceof com.sun.source.tree.ParameterizedTypeTree typed) {
        identifier = typed.getType();
      }
      while (identifier instanceof com.sun.source.tree.AnnotatedTypeTree annotated) {
        identifier = annotated.getUnderlyingType();
      }
      int at = nameOffset(identifier);
      Element made = trees.getElement(getCurrentPath());
      Element type = trees.getElement(new TreePath(getCurrentPath(), identifier));
      if (tree.getClassBody() != null) {
        // The constructor of the class without a name calls that of its base.
        made = type == null || type.getKind().isInterface() ? type : superConstructor(tree, type);
      }
      if (at >= 0) {
        tell("instantiate", made, at, nameOf(identifier));
      }
      if (tree.getEnclosingExpression() != null) {
        scan(tree.getEnclosingExpression(), null);
      }
      if (tree.getIdentifier() instanceof com.sun.source.tree.ParameterizedTypeTree typed) {
        scan(typed.getTypeArguments(), null);
      }
      scan(tree.getArguments(), null);
      if (tree.getClassBody() != null) {
        for (Tree member : tree.getClassBody().getMembers()) {
          if (!isGenerated(member)) {
            scan(member, null);
          }
        }
      }
      return null;
    }

    private Element superConstructor(NewClassTree tree, Element type) {
      for (Tree member : tree.getClassBody().getMembers()) {
        if (member instanceof JCTree.JCMethodDecl method
            && method.getReturnType() == null
            && method.getBody() != null
            && !method.getBody().getStatements().isEmpty()
            && method.getBody().getStatements().getFirst()
                instanceof JCTree.JCExpressionStatement statement
            && statement.getExpression() instanceof JCTree.JCMethodInvocation call) {
          Element found =
              switch (call.getMethodSelect()) {
                case JCTree.JCIdent name -> name.sym;
                case JCTree.JCFieldAccess access -> access.sym;
                default -> null;
              };
          if (found != null) {
            return found;
          }
        }
      }
      return type;
    }

    @Override
    public Void visitMemberReference(MemberReferenceTree tree, Void unused) {
      int end = end(tree);
      if (!tree.getName().contentEquals("<init>")) {
        tell(
            "function_value",
            trees.getElement(getCurrentPath()),
            end - tree.getName().length(),
            tree.getName().toString());
      } else {
        tell("function_value", trees.getElement(getCurrentPath()), end - 3, "new");
      }
      return super.visitMemberReference(tree, null);
    }

    @Override
    public Void visitIdentifier(IdentifierTree tree, Void unused) {
      named(tree, tree.getName().toString());
      return null;
    }

    @Override
    public Void visitImport(com.sun.source.tree.ImportTree tree, Void unused) {
      // What a name is imported from is part of the import.
      if (tree.getQualifiedIdentifier() instanceof MemberSelectTree select) {
        Element element =
            trees.getElement(new TreePath(getCurrentPath(), tree.getQualifiedIdentifier()));
        int at = nameOffset(select);
        if (element instanceof TypeElement && at >= 0) {
          tell("import", element, at, nameOf(select));
        }
      }
      return null;
    }

    @Override
    public Void visitMemberSelect(MemberSelectTree tree, Void unused) {
      named(tree, tree.getIdentifier().toString());
      return super.visitMemberSelect(tree, null);
    }

    private void named(Tree tree, String name) {
      Element element = trees.getElement(getCurrentPath());
      int at = nameOffset(tree);
      if (element == null || at < 0 || name.equals("this") || name.equals("super")) {
        return;
      }
      switch (element.getKind()) {
        case CLASS, INTERFACE, ENUM, RECORD, ANNOTATION_TYPE -> tell(typeRole(), element, at, name);
        case FIELD, ENUM_CONSTANT -> {
          if (!name.equals("class") && !name.equals("length")) {
            tell("field", element, at, name);
          }
        }
        default -> {
          // Variables, packages, type variables, methods of static imports.
        }
      }
    }

    /** What a type is named for: as a base, before a dot, or else. */
    private String typeRole() {
      Tree child = getCurrentPath().getLeaf();
      for (TreePath at = getCurrentPath().getParentPath(); at != null; at = at.getParentPath()) {
        Tree tree = at.getLeaf();
        if (tree instanceof com.sun.source.tree.ParameterizedTypeTree typed
            && typed.getType() == child) {
          child = tree;
          continue;
        }
        boolean isBase =
            tree instanceof com.sun.source.tree.ClassTree type
                && (type.getExtendsClause() == child || type.getImplementsClause().contains(child));
        return isBase ? "extend" : tree instanceof MemberSelectTree ? "qualifier" : "type";
      }
      return "type";
    }

    private int end(Tree tree) {
      return (int) trees.getSourcePositions().getEndPosition(unit, tree);
    }

    private String nameOf(Tree tree) {
      return switch (tree) {
        case IdentifierTree identifier -> identifier.getName().toString();
        case MemberSelectTree select -> select.getIdentifier().toString();
        default -> "";
      };
    }

    /** Where the simple name begins in a name or a selection; -1 when it is none. */
    private int nameOffset(Tree tree) {
      String name = nameOf(tree);
      int end = end(tree);
      int at = end - name.length();
      return name.isEmpty() || end < 0 || !source.text().startsWith(name, at) ? -1 : at;
    }

    private boolean isGenerated(Tree member) {
      return member instanceof JCTree.JCMethodDecl method
          && method.getReturnType() == null
          && (method.mods.flags & com.sun.tools.javac.code.Flags.GENERATEDCONSTR) != 0;
    }

    private void tell(String role, Element element, int at, String name) {
      if (at < 0) {
        return;
      }
      if (element == null
          || element.asType().getKind() == javax.lang.model.type.TypeKind.ERROR
          || element.getKind() == ElementKind.OTHER) {
        unknown++;
        return;
      }
      String target = target(element);
      out.println(
          String.join(
              "\t",
              role,
              source.path(),
              String.valueOf(source.line(at)),
              String.valueOf(source.column(at)),
              name,
              target));
    }

    /** The two methods that every enum has without declaring them. */
    private boolean isOfEnum(ExecutableElement method) {
      return method.getEnclosingElement().getKind() == ElementKind.ENUM
          && (method.getSimpleName().contentEquals("values") && method.getParameters().isEmpty()
              || method.getSimpleName().contentEquals("valueOf")
                  && method.getParameters().size() == 1
                  && trees.getPath(method) == null);
    }

    /** Path and line of a definition's name, or two dashes. */
    private String target(Element element) {
      Element meant = element;
      if (element instanceof ExecutableElement method
          && (elements.getOrigin(method) != Elements.Origin.EXPLICIT || isOfEnum(method))) {
        meant = method.getEnclosingElement();
      }
      TreePath path = trees.getPath(meant);
      if (path == null || !sources.containsKey(path.getCompilationUnit())) {
        return "-\t-";
      }
      Source there = sources.get(path.getCompilationUnit());
      int offset = ((JCTree) path.getLeaf()).pos;
      String name =
          meant.getKind() == ElementKind.CONSTRUCTOR
              ? meant.getEnclosingElement().getSimpleName().toString()
              : meant.getSimpleName().toString();
      if (meant instanceof TypeElement) {
        // The position is that of the word class.
        offset = name.isEmpty() ? offset : there.text().indexOf(name, offset);
      }
      return there.path() + "\t" + there.line(offset);
    }
  }
}
