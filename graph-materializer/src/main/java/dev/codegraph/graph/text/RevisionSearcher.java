package dev.codegraph.graph.text;

import java.io.IOException;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.CollectionStatistics;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermStatistics;

/**
 * A searcher for which the index is what one view holds at one number. How rare a word is counts in
 * the score, and Lucene counts it over the whole index, with the entities of other revisions and
 * other projects: the order of an answer about an old revision would change with every commit after
 * it. Here a score is a function of the revision alone.
 *
 * <p>How long a field is on average is a constant for the same reason, and because no count of it
 * is kept; a field without norms does not look at it.
 */
final class RevisionSearcher extends IndexSearcher {
  private final EntitiesAt entities;
  private final long count;

  /**
   * @param count How many entities there are: at least one.
   */
  RevisionSearcher(IndexReader reader, EntitiesAt entities, long count) {
    super(reader);
    this.entities = entities;
    this.count = count;
  }

  @Override
  public TermStatistics termStatistics(Term term, int docFreq, long totalTermFreq)
      throws IOException {
    // Statistics of a term that occurs nowhere are not allowed, and nobody will look at them.
    long documents = Math.max(1, entities.count(term));
    return new TermStatistics(term.bytes(), documents, documents);
  }

  @Override
  public CollectionStatistics collectionStatistics(String field) {
    long words = count * averageLength(field);
    return new CollectionStatistics(
        field, Math.max(count, getIndexReader().maxDoc()), count, words, words);
  }

  /** In sub-tokens, as seen in repositories of five languages. */
  private static int averageLength(String field) {
    return switch (field) {
      case Fields.NAME -> 3;
      case Fields.QUALIFIED, Fields.PATH, Fields.SIGNATURE -> 8;
      case Fields.DOCUMENTATION -> 20;
      default -> 1;
    };
  }
}
