package dev.codegraph.program;

import dev.codegraph.schemas.ErrorCode;

/** What the exit status of a command says. */
public enum ExitCode {
  OK(0, "Done."),
  FAILED(1, "Something failed; the message says what."),
  USAGE(2, "The command line is wrong."),
  CONFIGURATION(3, "The configuration is wrong (CG008)."),
  DATABASE(4, "The data folder or Kafka cannot be used (CG001, CG002, CG003)."),
  UNREACHABLE(5, "The service does not answer."),
  NOT_FOUND(7, "There is no such project, job, entity or revision."),
  TIMEOUT(8, "It took too long.");

  private final int status;
  private final String meaning;

  ExitCode(int status, String meaning) {
    this.status = status;
    this.meaning = meaning;
  }

  /** The exit status. */
  public int status() {
    return status;
  }

  /** One sentence for people. */
  public String meaning() {
    return meaning;
  }

  /** The status of a program that an error ended. */
  public static ExitCode of(ErrorCode code) {
    return switch (code) {
      case CG001, CG002, CG003 -> DATABASE;
      case CG008 -> CONFIGURATION;
      case CG004, CG005, CG006, CG007, CG009, CG010 -> FAILED;
    };
  }
}
