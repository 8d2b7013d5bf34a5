package dev.codegraph.graph.store;

import java.util.Arrays;

/**
 * The questions that linking a file asked: value of L.
 *
 * @param questions Question hashes, ascending.
 * @param answers Hash of the answer to each.
 */
public record Lookups(long[] questions, int[] answers) {
  /** The value. */
  public byte[] toBytes() {
    Packer out = new Packer(questions.length * 10 + 4).number(questions.length);
    long previous = 0;
    for (int i = 0; i < questions.length; i++) {
      out.number(questions[i] - previous);
      out.octet(answers[i] >>> 24)
          .octet(answers[i] >>> 16)
          .octet(answers[i] >>> 8)
          .octet(answers[i]);
      previous = questions[i];
    }
    return out.toBytes();
  }

  /** The questions in a value. */
  public static Lookups of(byte[] value) {
    Unpacker in = new Unpacker(value);
    int count = in.count();
    long[] questions = new long[count];
    int[] answers = new int[count];
    long previous = 0;
    for (int i = 0; i < count; i++) {
      previous += in.number();
      questions[i] = previous;
      answers[i] = (in.octet() << 24) | (in.octet() << 16) | (in.octet() << 8) | in.octet();
    }
    return new Lookups(questions, answers);
  }

  /** Place of a question, negative when it was not asked. */
  public int indexOf(long question) {
    return Arrays.binarySearch(questions, question);
  }
}
