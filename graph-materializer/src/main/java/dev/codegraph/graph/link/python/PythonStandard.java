package dev.codegraph.graph.link.python;

import java.util.Set;

/** What Python brings along: builtins, modules of the standard library. */
final class PythonStandard {
  static final Set<String> BUILTINS =
      Set.of(
          ("ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup"
                  + " BlockingIOError BrokenPipeError BufferError BytesWarning ChildProcessError"
                  + " ConnectionAbortedError ConnectionError ConnectionRefusedError"
                  + " ConnectionResetError DeprecationWarning EOFError Ellipsis EncodingWarning"
                  + " EnvironmentError Exception ExceptionGroup False FileExistsError"
                  + " FileNotFoundError FloatingPointError FutureWarning GeneratorExit IOError"
                  + " ImportError ImportWarning IndentationError IndexError InterruptedError"
                  + " IsADirectoryError KeyError KeyboardInterrupt LookupError MemoryError"
                  + " ModuleNotFoundError NameError None NotADirectoryError NotImplemented"
                  + " NotImplementedError OSError OverflowError PendingDeprecationWarning"
                  + " PermissionError ProcessLookupError RecursionError ReferenceError"
                  + " ResourceWarning RuntimeError RuntimeWarning StopAsyncIteration StopIteration"
                  + " SyntaxError SyntaxWarning SystemError SystemExit TabError TimeoutError True"
                  + " TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError"
                  + " UnicodeError UnicodeTranslateError UnicodeWarning UserWarning ValueError"
                  + " Warning WindowsError ZeroDivisionError __build_class__ __builtins__"
                  + " __debug__ __import__ __name__ __file__ __doc__ __package__ __path__"
                  + " __spec__ __loader__ __annotations__ __dict__ __class__ __qualname__"
                  + " __module__ abs aiter all anext any ascii bin bool breakpoint bytearray bytes"
                  + " callable chr classmethod compile complex copyright credits delattr dict dir"
                  + " divmod enumerate eval exec exit filter float format frozenset getattr"
                  + " globals hasattr hash help hex id input int isinstance issubclass iter len"
                  + " license list locals map max memoryview min next object oct open ord pow"
                  + " print property quit range repr reversed round set setattr slice sorted"
                  + " staticmethod str sum super tuple type vars zip reveal_type"
                  + " basestring unicode long xrange raw_input reduce cmp unichr execfile")
              .split(" "));

  static final Set<String> MODULES =
      Set.of(
          ("__future__ __main__ _thread abc aifc argparse array ast asynchat asyncio asyncore"
                  + " atexit audioop base64 bdb binascii bisect builtins bz2 calendar cgi cgitb"
                  + " chunk cmath cmd code codecs codeop collections colorsys compileall"
                  + " concurrent configparser contextlib contextvars copy copyreg crypt csv ctypes"
                  + " curses dataclasses datetime dbm decimal difflib dis distutils doctest email"
                  + " encodings ensurepip enum errno faulthandler fcntl filecmp fileinput fnmatch"
                  + " fractions ftplib functools gc getopt getpass gettext glob graphlib grp gzip"
                  + " hashlib heapq hmac html http idlelib imaplib imghdr imp importlib inspect io"
                  + " ipaddress itertools json keyword lib2to3 linecache locale logging lzma"
                  + " mailbox mailcap marshal math mimetypes mmap modulefinder msilib msvcrt"
                  + " multiprocessing netrc nis nntplib ntpath numbers operator optparse os"
                  + " ossaudiodev pathlib pdb pickle pickletools pipes pkgutil platform plistlib"
                  + " poplib posix posixpath pprint profile pstats pty pwd py_compile pyclbr pydoc"
                  + " queue quopri random re readline reprlib resource rlcompleter runpy sched"
                  + " secrets select selectors shelve shlex shutil signal site smtpd smtplib"
                  + " sndhdr socket socketserver spwd sqlite3 sre_compile sre_constants sre_parse"
                  + " ssl stat statistics string stringprep struct subprocess sunau symtable sys"
                  + " sysconfig syslog tabnanny tarfile telnetlib tempfile termios textwrap"
                  + " threading time timeit tkinter token tokenize tomllib trace traceback"
                  + " tracemalloc tty turtle types typing unicodedata unittest urllib uu uuid venv"
                  + " warnings wave weakref webbrowser winreg winsound wsgiref xdrlib xml xmlrpc"
                  + " zipapp zipfile zipimport zlib zoneinfo _typeshed")
              .split(" "));

  /** Members that every object has. */
  static final Set<String> OBJECT =
      Set.of(
          ("__class__ __dict__ __doc__ __module__ __name__ __qualname__ __init__ __new__ __repr__"
                  + " __str__ __eq__ __ne__ __lt__ __le__ __gt__ __ge__ __hash__ __reduce__"
                  + " __reduce_ex__ __getattribute__ __setattr__ __delattr__ __sizeof__ __format__"
                  + " __dir__ __subclasses__ __mro__ __bases__ __subclasshook__"
                  + " __init_subclass__ __annotations__ __weakref__ mro")
              .split(" "));

  private PythonStandard() {}

  static boolean isStandard(String dotted) {
    int dot = dotted.indexOf('.');
    return MODULES.contains(dot < 0 ? dotted : dotted.substring(0, dot));
  }
}
