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
    VALID.put(
        Grammar.RUST,
        """
        use std::{collections::HashMap, fmt::{self, Display as D}};
        #[derive(Debug, Clone)]
        pub struct Größe<'a, T: D + 'a> where T: Copy { pub wert: &'a T, zahl: u8 }
        impl<'a, T: D + Copy> Größe<'a, T> {
            pub async fn lauf(&mut self, f: impl Fn(T) -> Result<T, ()>) -> Result<(), Box<dyn std::error::Error>> {
                if let Some(x) = self.finde::<u32>(|y| y > 3)? { println!("{x} 😀"); }
                match self.zahl { 0..=9 => {}, n if n % 2 == 0 => return Ok(()), _ => unsafe { ruf() } }
                Ok(())
            }
        }
        macro_rules! max { ($x:expr) => ($x); }
        """);
    VALID.put(
        Grammar.C,
        """
        #include <stdio.h>
        #define MAX(a, b) ((a) > (b) ? (a) : (b))
        typedef struct punkt { int x, y; struct punkt *next; } punkt;
        enum farbe { ROT = 1, GRUEN };
        static int (*tabelle[2])(const char *, ...);
        /* Größe */
        int main(int argc, char **argv) {
            punkt p = { .x = 1, .y = MAX(2, 3) };
            for (int i = 0; i < argc; i++) switch (i) { case 1: goto ende; default: printf("%s 😀\\n", argv[i]); }
        ende:
            return p.next->x;
        }
        """);
    VALID.put(
        Grammar.CPP,
        """
        #include <vector>
        namespace a::b {
        template <typename T, int N = 3>
        class Liste final : public Basis<T>, private virtual Ort {
         public:
          explicit Liste(int n) : Basis<T>(n), n_{n} {}
          ~Liste() override = default;
          auto operator<=>(const Liste&) const = default;
          template <class F> requires std::invocable<F> void jeder(F&& f) const { for (auto& [k, v] : karte_) std::forward<F>(f)(k); }
         private:
          int n_;
        };
        }
        using L = a::b::Liste<int>;
        int main() { auto f = [=](auto x) mutable -> int { return x + R"(roh)"[0]; }; return f(1); }
        """);
    VALID.put(
        Grammar.CSHARP,
        """
        using System.Linq;
        namespace A.B;
        /// <summary>Größe</summary>
        public sealed record Paar<T>(T Links, T Rechts) : IPaar where T : struct;
        [Serializable]
        public partial class Liste : Basis, IEnumerable<int>
        {
            public int Wert { get; init; } = 3;
            public event EventHandler? Fertig;
            public async Task<int> LaufAsync(params string[] args)
            {
                var q = from x in args where x.Length > 1 select x;
                return args switch { [var a, ..] => a.Length, _ => await Ruf($"{q} 😀") };
            }
            public static Liste operator +(Liste a, Liste b) => a;
        }
        """);
    VALID.put(
        Grammar.KOTLIN,
        """
        package a.b
        import c.d as e
        /** Größe */
        data class Paar<T : Any>(val links: T, var rechts: T? = null) : Basis(links), Ort {
            companion object { const val TEXT = "Ä ${1 + 2} 😀" }
            suspend fun <R> lauf(f: (T) -> R): R = f(links)
            val lang: Int by lazy { links.hashCode() }
        }
        fun String.ende(): Boolean = when (this) { "a", "b" -> true; else -> length > 3 }
        enum class Farbe { ROT, GRUEN }
        """);
    VALID.put(
        Grammar.PHP,
        """
        <?php
        namespace A\\B;
        use C\\{D, E as F};
        #[Attribut(1)]
        final class Liste extends Basis implements Ort {
            use Zug;
            const GRENZE = 3;
            public function __construct(private readonly ?int $wert = null, string ...$rest) {}
            public static function lauf(int|string $x): static {
                return match (true) { $x > 1 => new static($x), default => self::neu(fn($y) => $y ?? "Ä {$x} 😀") };
            }
        }
        enum Farbe: string { case Rot = 'r'; }
        """);
    VALID.put(
        Grammar.RUBY,
        """
        require "set"
        module A
          # Größe
          class Liste < Basis
            include Enumerable
            attr_accessor :wert
            GRENZE = 3
            def initialize(wert = nil, *rest, schluessel:, **mehr, &block)
              @wert = wert&.to_s || "Ä #{rest.map { |x| x * 2 }} 😀"
            end
            def self.lauf? = true
            case [1, 2]
          in [Integer => a, *] then puts(a)
          end
          end
        end
        """);
    VALID.put(
        Grammar.SWIFT,
        """
        import Foundation
        /// Größe
        public struct Paar<T: Hashable>: Ort where T: Codable {
            let links: T
            var rechts: T? { didSet { print("Ä \\(links) 😀") } }
            init(_ links: T) { self.links = links }
            func lauf<R>(f: (T) throws -> R) async rethrows -> R { try f(links) }
        }
        extension Paar: CustomStringConvertible { var description: String { "x" } }
        enum Farbe: String { case rot, gruen = "g" }
        protocol Ort { associatedtype E; func ende() -> Bool }
        """);
    VALID.put(
        Grammar.SCALA,
        """
        package a.b
        import c.{D, E as F}
        /** Größe */
        case class Paar[T <: Any](links: T, rechts: Option[T] = None) extends Basis(links) with Ort:
          def lauf[R](f: T => R)(using x: Int): R = f(links)
          lazy val lang = links match { case Some(x) if x == 1 => s"Ä $x 😀"; case _ => "b" }
        object Paar { given Ordering[Int] = ??? }
        trait Ort { type E; def ende: Boolean }
        enum Farbe { case Rot, Gruen }
        """);
    VALID.put(
        Grammar.DART,
        """
        import 'dart:async' show Future;
        /// Größe
        abstract class Liste<T extends Object> extends Basis with Zug implements Ort {
          final int? wert;
          const Liste(this.wert, {required String name});
          factory Liste.neu() => throw 'Ä ${1 + 2} 😀';
          Future<void> lauf(int f(T x)) async { await for (var y in strom) { print(y?.z ?? 1); } }
          int get lang => wert!;
        }
        enum Farbe { rot, gruen }
        extension Ende on String { bool get ende => true; }
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
