package dev.codegraph.program;

import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/**
 * The session of this process: a server in the background begins one of its own, so that what is
 * typed at the terminal that started it, or the end of that terminal, does not reach it.
 */
final class ProcessSession {
  private ProcessSession() {}

  /** Calls setsid(2); a process that leads a group already stays where it is. */
  static void begin() {
    Linker linker = Linker.nativeLinker();
    MethodHandle setsid =
        linker.downcallHandle(
            linker.defaultLookup().findOrThrow("setsid"),
            FunctionDescriptor.of(ValueLayout.JAVA_INT));
    try {
      int session = (int) setsid.invokeExact();
      if (session < 0) {
        System.err.println("warning: the server stays in the session of its terminal");
      }
    } catch (Throwable e) {
      throw new IllegalStateException("setsid could not be called", e);
    }
  }
}
