package dev.codegraph.graph.link.ecmascript;

import java.util.Map;
import java.util.Set;

/**
 * Names that are there without an import: of the language, of browsers, of Node, of test runners.
 */
final class EsGlobals {
  static final String PREFIX = "js:global#";

  private static final Set<String> NAMES =
      Set.of(
          """
          Object Function Boolean Symbol Error AggregateError EvalError RangeError ReferenceError
          SyntaxError TypeError URIError Number BigInt Math Date String RegExp Array Int8Array
          Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array BigInt64Array
          BigUint64Array Float32Array Float64Array Map Set WeakMap WeakSet WeakRef ArrayBuffer
          SharedArrayBuffer DataView Atomics JSON Promise Reflect Proxy Intl WebAssembly Iterator
          FinalizationRegistry globalThis eval isFinite isNaN parseFloat parseInt decodeURI
          decodeURIComponent encodeURI encodeURIComponent escape unescape Infinity NaN
          Partial Required Readonly Record Pick Omit Exclude Extract NonNullable Parameters
          ConstructorParameters ReturnType InstanceType ThisParameterType OmitThisParameter ThisType
          Uppercase Lowercase Capitalize Uncapitalize NoInfer Awaited PropertyKey
          PropertyDescriptor PropertyDescriptorMap TypedPropertyDescriptor ArrayLike PromiseLike
          Iterable IterableIterator AsyncIterable AsyncIterator AsyncIterableIterator Generator
          AsyncGenerator GeneratorFunction AsyncGeneratorFunction IteratorResult ReadonlyArray
          ReadonlyMap ReadonlySet ConcatArray TemplateStringsArray ArrayBufferView BufferSource
          CallableFunction NewableFunction ClassDecorator MethodDecorator PropertyDecorator
          ParameterDecorator Disposable AsyncDisposable IArguments ImportMeta ErrorOptions
          RegExpMatchArray RegExpExecArray DateConstructor ObjectConstructor FunctionConstructor
          ArrayConstructor PromiseConstructor ErrorConstructor StringConstructor NumberConstructor
          BooleanConstructor SymbolConstructor MapConstructor SetConstructor ProxyHandler
          PromiseSettledResult PromiseFulfilledResult PromiseRejectedResult WeakKey
          console window document navigator location history screen self top parent frames
          localStorage sessionStorage indexedDB fetch alert confirm prompt setTimeout setInterval
          setImmediate clearTimeout clearInterval clearImmediate queueMicrotask structuredClone
          requestAnimationFrame cancelAnimationFrame requestIdleCallback cancelIdleCallback
          addEventListener removeEventListener dispatchEvent getComputedStyle matchMedia atob btoa
          performance crypto customElements caches reportError postMessage
          Window Document Element Node NodeList NodeListOf HTMLCollection HTMLCollectionOf
          DocumentFragment DOMParser XMLSerializer XMLHttpRequest Event EventTarget CustomEvent
          EventListener EventListenerObject EventListenerOrEventListenerObject MouseEvent
          KeyboardEvent PointerEvent TouchEvent WheelEvent FocusEvent InputEvent DragEvent
          UIEvent ClipboardEvent CompositionEvent AnimationEvent TransitionEvent MessageEvent
          ErrorEvent PromiseRejectionEvent ProgressEvent StorageEvent PopStateEvent
          HashChangeEvent SubmitEvent FormDataEvent CloseEvent BeforeUnloadEvent
          Text Comment Attr CharacterData ShadowRoot Range Selection DOMRect DOMRectReadOnly
          DOMPoint DOMMatrix CSSStyleDeclaration CSSStyleSheet StyleSheet CSSRule CSS MediaQueryList
          MutationObserver MutationRecord ResizeObserver ResizeObserverEntry IntersectionObserver
          IntersectionObserverEntry PerformanceObserver AbortController AbortSignal Headers Request
          Response RequestInit ResponseInit RequestInfo BodyInit HeadersInit FormData URL
          URLSearchParams Blob File FileList FileReader ReadableStream WritableStream
          TransformStream TextEncoder TextDecoder WebSocket Worker SharedWorker ServiceWorker
          MessageChannel MessagePort BroadcastChannel EventSource Image Audio Option ImageData
          ImageBitmap Path2D OffscreenCanvas CanvasRenderingContext2D WebGLRenderingContext
          MediaStream AudioContext Notification Storage Location History Navigator Crypto
          CryptoKey SubtleCrypto DOMException DOMTokenList DOMStringMap NamedNodeMap TreeWalker
          NodeIterator NodeFilter DataTransfer ValidityState StaticRange Animation KeyframeEffect
          ElementDefinitionOptions CustomElementRegistry ParentNode ChildNode GlobalEventHandlers
          EventListenerOptions AddEventListenerOptions EventInit CustomEventInit MouseEventInit
          HTMLElementTagNameMap HTMLElementEventMap SVGElementTagNameMap WindowEventMap
          DocumentEventMap TrustedHTML Touch TouchList IDBDatabase IDBRequest
          process Buffer global require module exports __dirname __filename NodeJS
          describe it test expect suite specify context before after beforeEach afterEach beforeAll
          afterAll jest vi jasmine spyOn xit xdescribe fit fdescribe bench
          define JSX
          """
              .strip()
              .split("\\s+"));

  /** Result types of methods, by type and method, as far as they are always the same. */
  private static final Map<String, Set<String>> LISTS =
      Map.of(
          "Array",
              Set.of(
                  "map",
                  "filter",
                  "slice",
                  "concat",
                  "flat",
                  "flatMap",
                  "splice",
                  "reverse",
                  "sort",
                  "fill",
                  "toSorted",
                  "toReversed"),
          "String", Set.of("split"),
          "Object", Set.of("keys", "values", "entries", "getOwnPropertyNames"));

  private static final Set<String> TEXTS =
      Set.of(
          "String.replace",
          "String.replaceAll",
          "String.trim",
          "String.trimStart",
          "String.trimEnd",
          "String.toLowerCase",
          "String.toUpperCase",
          "String.slice",
          "String.substring",
          "String.substr",
          "String.padStart",
          "String.padEnd",
          "String.repeat",
          "String.concat",
          "String.charAt",
          "Array.join",
          "JSON.stringify",
          "Number.toFixed");

  /** Members that every function has. */
  static final Set<String> OF_FUNCTIONS =
      Set.of("call", "apply", "bind", "length", "name", "prototype", "toString");

  /** Members that every object has. */
  static final Set<String> OF_OBJECTS =
      Set.of(
          "constructor",
          "hasOwnProperty",
          "isPrototypeOf",
          "propertyIsEnumerable",
          "toLocaleString",
          "toString",
          "valueOf");

  private static final Set<String> NODE =
      Set.of(
          """
          assert async_hooks buffer child_process cluster console constants crypto dgram dns domain
          events fs http http2 https inspector module net os path perf_hooks process punycode
          querystring readline repl stream string_decoder sys timers tls trace_events tty url util v8
          vm wasi worker_threads zlib diagnostics_channel
          """
              .strip()
              .split("\\s+"));

  private EsGlobals() {}

  /** Whether a name needs no declaration. */
  static boolean has(String name) {
    return NAMES.contains(name)
        || name.endsWith("Element") && (name.startsWith("HTML") || name.startsWith("SVG"));
  }

  /** Whether a module specifier without a scheme is one of Node's own. */
  static boolean isNode(String specifier) {
    int slash = specifier.indexOf('/');
    return NODE.contains(slash < 0 ? specifier : specifier.substring(0, slash))
        && !specifier.endsWith("/");
  }

  static EsValue.External of(String name) {
    return new EsValue.External(PREFIX + name);
  }

  /** What a call of a builtin gives; unknown when that depends. */
  static EsValue result(String symbol) {
    String name = symbol.substring(PREFIX.length());
    int dot = name.indexOf('.');
    if (TEXTS.contains(name)) {
      return of("String");
    }
    if (dot > 0
        && LISTS.getOrDefault(name.substring(0, dot), Set.of()).contains(name.substring(dot + 1))) {
      return new EsValue.ListOf(name.startsWith("String.") ? of("String") : new EsValue.Unknown());
    }
    return switch (name) {
      // Matchers are members of what it gives, whoever provides it.
      case "expect" -> of("expect");
      case "Promise.then", "Promise.catch", "Promise.finally", "Promise.all", "Promise.resolve" ->
          new EsValue.PromiseOf(new EsValue.Unknown());
      case "String" -> of("String");
      case "Array.from", "Array.of" -> new EsValue.ListOf(new EsValue.Unknown());
      default -> new EsValue.Unknown();
    };
  }
}
