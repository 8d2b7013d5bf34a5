package dev.codegraph.parser.syntax;

import java.nio.charset.StandardCharsets;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Small sources of every grammar: valid ones, and broken ones. */
final class Samples {
  private static final Map<Grammar, String> VALID = new EnumMap<>(Grammar.class);

  static {
    VALID.put(
        Grammar.JAVA,
        """
        package a.b;
        import java.util.List;
        /** Größe. */
        @Deprecated
        public sealed class Größe<T extends Comparable<T>> extends Basis implements Ort {
          private static final String TEXT = "Ä\\n" + 'x';
          record Paar(int links, int rechts) {}
          <R> List<R> tausche(List<? super T> werte, int... rest) {
            for (var w : werte) { if (w instanceof Paar(int l, int r) && l > r) { continue; } }
            return werte.stream().map(Größe::neu).map(x -> switch (x) { case 1 -> 2; default -> 3; }).toList();
          }
        }
        """);
    VALID.put(
        Grammar.PYTHON,
        """
        from __future__ import annotations
        import os.path as p, sys
        @decorator(1, key="ü")
        class Maß(Basis, metaclass=Meta):
            \"\"\"Doc — string.\"\"\"
            wert: int = 3
            async def lauf(self, *args, **kwargs) -> list[int]:
                async with self.offen() as f, g:
                    return [await x for x in f if x is not None]
        match wert:
            case {"a": [1, *rest]}:
                print(f"{wert!r:>{breite}} 😀")
            case _:
                lambda x=1: x
        """);
    VALID.put(
        Grammar.JAVASCRIPT,
        """
        import größe, { b as c } from "./modul.js";
        export default class A extends B { #x = 1; static async *lauf({ a, ...rest }) { yield* rest; } }
        const f = async (x) => `text ${x ?? "😀"} ${y?.z}`;
        label: for (const k of [1, , 2]) { if (/a[/]b/g.test(k)) break label }
        const el = <Liste art="x" {...props}>Ö {kinder}</Liste>;
        """);
    VALID.put(
        Grammar.TYPESCRIPT,
        """
        import type { T } from "./t";
        abstract class A<K extends keyof T> implements I { constructor(private readonly x: number) { super(); } abstract f(): void; }
        interface I { größe?: string; [key: string]: unknown; (x: number): x is 3; }
        type M<T> = { readonly [P in keyof T]?: T[P] extends infer U ? U : never };
        enum E { A = 1, B }
        namespace N.M { export const x = <number>y as unknown as string; }
        function g(this: Window, a: number, b?: string): asserts a {}
        @dekor() class C { @feld wert!: `x${string}`; }
        """);
    VALID.put(
        Grammar.TSX,
        """
        import React, { useState } from "react";
        type P = { größe: number };
        export const Bild: React.FC<P> = ({ größe }) => {
          const [z, setZ] = useState<number>(0);
          return <><img alt="Ü" width={größe} onClick={() => setZ(z + 1)} />{z > 1 && <b>{z}</b>}</>;
        };
        """);
    VALID.put(
        Grammar.GO,
        """
        package größe
        import ( f "fmt"; . "os" )
        type Stapel[T any] struct { *Basis; werte []T `json:"ä"` }
        type Ort interface { Name() string; ~int | ~string }
        func (s *Stapel[T]) Lege(w ...T) (n int, err error) {
        	defer func() { recover() }()
        	select { case x := <-kanal: f.Println(x, "😀"); default: go lauf() }
        	for i := range 10 { switch v := any(i).(type) { case int: _ = v } }
        	return len(s.werte), nil
        }
        """);
  }

  private Samples() {}

  static byte[] valid(Grammar grammar) {
    return VALID.get(grammar).getBytes(StandardCharsets.UTF_8);
  }

  /** The valid source, then versions of it that lack a part or have too much of one. */
  static List<byte[]> all(Grammar grammar) {
    String source = VALID.get(grammar);
    int middle = source.length() / 2;
    return List.of(
        valid(grammar),
        bytes(source.substring(0, middle)),
        bytes(source.substring(middle)),
        bytes(source.replace(")", "")),
        bytes(source.replace("{", "{ ] ")),
        bytes(source.replace("\n", "\r\n")),
        new byte[0],
        bytes("\uFEFF" + source),
        source.getBytes(StandardCharsets.ISO_8859_1));
  }

  static byte[] repeated(String unit, int bytes) {
    return bytes(unit.repeat(bytes / unit.length()));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
