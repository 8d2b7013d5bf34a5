package dev.codegraph.graph.text;

import java.util.List;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Terms that are known, one after the other: no analyzer looks for them in a text again. */
final class TermStream extends TokenStream {
  private final BytesTermAttribute term = addAttribute(BytesTermAttribute.class);
  private List<BytesRef> terms = List.of();
  private int next;

  @Override
  public boolean incrementToken() {
    if (next == terms.size()) {
      return false;
    }
    term.setBytesRef(terms.get(next));
    next++;
    return true;
  }

  @Override
  public void reset() {
    // The end of the terms before has set attributes; between terms nothing does.
    clearAttributes();
    next = 0;
  }

  /**
   * A field that holds terms. Counts how often it has each, and no places: nothing asks for them.
   */
  static final class TermsField extends Field {
    /** How often a term occurs in a field and how long the field is, but not where. */
    static final FieldType TYPE = new FieldType();

    static {
      TYPE.setIndexOptions(IndexOptions.DOCS_AND_FREQS);
      TYPE.setTokenized(true);
      TYPE.freeze();
    }

    private final List<BytesRef> terms;

    TermsField(String name, List<BytesRef> terms) {
      super(name, TYPE);
      this.terms = terms;
    }

    @Override
    public TokenStream tokenStream(Analyzer analyzer, @Nullable TokenStream reuse) {
      TermStream stream = reuse instanceof TermStream known ? known : new TermStream();
      stream.terms = terms;
      return stream;
    }
  }
}
