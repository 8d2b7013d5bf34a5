package dev.codegraph.graph.text;

import dev.codegraph.graph.store.ViewId;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/**
 * The entity documents of one view at one number, for counting. What a segment holds of them is
 * worked out once for each of its readers and kept for a while, as questions come in rows.
 */
final class EntitiesAt {
  /**
   * The documents of a segment that hold.
   *
   * @param documents Which.
   * @param count How many.
   */
  private record Holding(FixedBitSet documents, int count) {}

  private record Key(IndexReader.CacheKey reader, ViewId view, long number) {}

  /** What was worked out lately, for all views and numbers; the least recently used goes first. */
  static final class Memory {
    private static final int SEGMENTS = 128;

    private final Map<Key, Holding> kept =
        new LinkedHashMap<>(SEGMENTS, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<Key, Holding> eldest) {
            return size() > SEGMENTS;
          }
        };

    private synchronized @Nullable Holding get(Key key) {
      return kept.get(key);
    }

    private synchronized void put(Key key, Holding holding) {
      kept.put(key, holding);
    }
  }

  private final IndexReader reader;
  private final Memory memory;
  private final ViewId view;
  private final long number;
  private @Nullable Weight weight;

  EntitiesAt(IndexReader reader, Memory memory, ViewId view, long number) {
    this.reader = reader;
    this.memory = memory;
    this.view = view;
    this.number = number;
  }

  /** How many there are. */
  long count() throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      count += holding(leaf).count();
    }
    return count;
  }

  /** In how many of them a term occurs. */
  long count(Term term) throws IOException {
    long count = 0;
    for (LeafReaderContext leaf : reader.leaves()) {
      Terms terms = leaf.reader().terms(term.field());
      TermsEnum at = terms == null ? null : terms.iterator();
      if (at != null && at.seekExact(term.bytes())) {
        count += count(leaf, at);
      }
    }
    return count;
  }

  private long count(LeafReaderContext leaf, TermsEnum term) throws IOException {
    Holding holding = holding(leaf);
    if (holding.count() == leaf.reader().docFreq(new Term(Fields.TYPE, EntityDocuments.ENTITY))) {
      return term.docFreq();
    }
    PostingsEnum postings = term.postings(null, PostingsEnum.NONE);
    long count = 0;
    for (int doc = postings.nextDoc();
        doc != DocIdSetIterator.NO_MORE_DOCS;
        doc = postings.nextDoc()) {
      count += holding.documents().get(doc) ? 1 : 0;
    }
    return count;
  }

  private Holding holding(LeafReaderContext leaf) throws IOException {
    Key key = new Key(leaf.reader().getReaderCacheHelper().getKey(), view, number);
    Holding known = memory.get(key);
    if (known == null) {
      known = workOut(leaf);
      memory.put(key, known);
    }
    return known;
  }

  private Holding workOut(LeafReaderContext leaf) throws IOException {
    LeafReader segment = leaf.reader();
    FixedBitSet documents = new FixedBitSet(segment.maxDoc());
    Scorer scorer = weight().scorer(leaf);
    if (scorer != null) {
      Bits live = segment.getLiveDocs();
      DocIdSetIterator all = scorer.iterator();
      for (int doc = all.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = all.nextDoc()) {
        if (live == null || live.get(doc)) {
          documents.set(doc);
        }
      }
    }
    return new Holding(documents, documents.cardinality());
  }

  private Weight weight() throws IOException {
    Weight made = weight;
    if (made == null) {
      IndexSearcher searcher = new IndexSearcher(reader);
      made =
          searcher.createWeight(
              searcher.rewrite(TextIndex.holding(EntityDocuments.ENTITY, view, number)),
              ScoreMode.COMPLETE_NO_SCORES,
              1);
      weight = made;
    }
    return made;
  }
}
