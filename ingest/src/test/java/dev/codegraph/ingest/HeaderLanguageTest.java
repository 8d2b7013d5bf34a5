package dev.codegraph.ingest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderLanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "int f(void);",
        "#ifndef A_H\n#define A_H\nstruct a { int b; };\n#endif\n",
        "#ifdef __cplusplus\nextern \"C\" {\n#endif\nint f(void);\n#ifdef __cplusplus\n}\n#endif\n",
        "#if defined(__cplusplus)\nnamespace a { class B; }\n#else\nstruct B;\n#endif\n",
        "struct class *class; int private : 3; void *new, *template, *this;",
        "static void f(void) { asm volatile(\"nop\" :: \"r\"(1)); a = b & c; }",
        "/* class A { public: }; std::string */ int a;",
        "// namespace a {\nint a; char *s = \"class A;\";",
        "#include <stdio.h>\n#include \"list\"\nint a;",
        "int operator = 3; enum virtual { using };",
      })
  void readsAsC(String header) {
    assertEquals(Optional.of(Language.C), decide(header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "class A;",
        "class A : public B {\n};",
        "class EXPORT A {\n public:\n  int f();\n};",
        "namespace a::b {\nint f();\n}",
        "template <typename T> struct A {};",
        "struct A {\n  int f();\n private:\n  int b;\n};",
        "using A = int;",
        "using namespace std;",
        "void f(std::string s);",
        "void f(const A& a);",
        "#include <vector>\nint f(void);",
        "struct A { A(const A) = delete; };",
        "enum class E { a };",
        "#ifdef __cplusplus\nclass A { };\n#endif\n",
        "#define X 1\nclass A;\n",
      })
  void readsAsCpp(String header) {
    assertEquals(Optional.of(Language.CPP), decide(header));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "#import <Foundation/Foundation.h>\nint a;",
        "@interface A : B\n- (void)f;\n@end",
        "@class C;\n@protocol A\n@end",
      })
  void isNoneOfOursWhenItIsObjectiveC(String header) {
    assertEquals(Optional.empty(), decide(header));
  }

  /** Headers for three languages guard what only one of them reads. */
  @Test
  void isCWhenAnInterfaceIsOnlyMentioned() {
    assertEquals(Optional.of(Language.C), decide("/* @interface */ int a; // @end"));
  }

  private static Optional<Language> decide(String header) {
    return HeaderLanguage.of(header.getBytes(StandardCharsets.UTF_8));
  }
}
