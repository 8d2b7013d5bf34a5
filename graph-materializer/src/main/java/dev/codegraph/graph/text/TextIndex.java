package dev.codegraph.graph.text;

import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.schemas.CodeGraphException;
import dev.codegraph.schemas.ErrorCode;
import dev.codegraph.text.SubTokens;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntPredicate;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.NumericDocValues;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.FuzzyQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopFieldDocs;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * The Lucene index of this process. Documents are added and ended, never changed: each holds from
 * one number of its view up to another. Commit data say how far the index follows each view, so
 * after a crash it goes on from its last commit.
 */
public final class TextIndex implements AutoCloseable {
  private static final String NUMBER = "number:";
  private static final int RAM_BUFFER_MB = 64;

  /** Equal scores are in order of path and place: order of arrival is not the same twice. */
  private static final Sort BEST_FIRST =
      new Sort(
          SortField.FIELD_SCORE,
          new SortField(Fields.ORDER_PATH, SortField.Type.STRING),
          new SortField(Fields.ORDER_PLACE, SortField.Type.LONG));

  private final Directory directory;
  private final IndexWriter writer;
  private final SearcherManager searchers;
  private final Map<String, String> numbers = new TreeMap<>();
  private final EntitiesAt.Memory counted = new EntitiesAt.Memory();

  private TextIndex(Directory directory, IndexWriter writer, SearcherManager searchers) {
    this.directory = directory;
    this.writer = writer;
    this.searchers = searchers;
  }

  /**
   * Opens or creates the index in a folder.
   *
   * @throws CodeGraphException CG003 when it is damaged, CG001 when it cannot be opened
   */
  public static TextIndex open(Path folder) {
    try {
      Files.createDirectories(folder);
      Directory directory = FSDirectory.open(folder);
      // Documentation is the one text; other fields come as terms.
      IndexWriterConfig config = new IndexWriterConfig(new EnglishAnalyzer());
      config.setRAMBufferSizeMB(RAM_BUFFER_MB);
      config.setCommitOnClose(false);
      IndexWriter writer = new IndexWriter(directory, config);
      TextIndex index = new TextIndex(directory, writer, new SearcherManager(writer, null));
      if (writer.getLiveCommitData() != null) {
        for (Map.Entry<String, String> entry : writer.getLiveCommitData()) {
          index.numbers.put(entry.getKey(), entry.getValue());
        }
      }
      return index;
    } catch (CorruptIndexException e) {
      throw new CodeGraphException(
          ErrorCode.CG003, "the text index in " + folder + " is damaged: " + e.getMessage(), e);
    } catch (IOException e) {
      throw new CodeGraphException(
          ErrorCode.CG001, "the text index in " + folder + " cannot be opened: " + e, e);
    }
  }

  /** The last number of a view that the index holds. */
  public synchronized long number(ViewId view) {
    return Long.parseLong(numbers.getOrDefault(NUMBER + view, "0"));
  }

  /** Says that the index holds everything of a view up to a number. */
  synchronized void reached(ViewId view, long number) {
    numbers.put(NUMBER + view, Long.toString(number));
  }

  /** Adds the documents of a file that begin at a number. */
  void addEntities(ViewId view, SourceFile file, long from) throws IOException {
    writer.addDocuments(EntityDocuments.entities(view, file, from));
  }

  /** Adds the document of a file's unsure references that begins at a number. */
  void addLinks(ViewId view, String path, LinkedFile links, long from) throws IOException {
    writer.addDocument(EntityDocuments.links(view, path, links, from));
  }

  /** Ends the documents of a file that began at a number. */
  void end(String type, ViewId view, String path, long began, long to) throws IOException {
    writer.updateNumericDocValue(
        new Term(Fields.LIFE, EntityDocuments.life(type, view, path, began)), Fields.TO, to);
  }

  /**
   * Takes back everything of a view after a number: the graph store lost it and will say it again.
   */
  void rollBack(ViewId view, long number) throws IOException {
    Query ofView = new TermQuery(new Term(Fields.VIEW, view.toString()));
    writer.deleteDocuments(
        new BooleanQuery.Builder()
            .add(ofView, BooleanClause.Occur.FILTER)
            .add(
                LongPoint.newRangeQuery(Fields.FROM, number + 1, Long.MAX_VALUE),
                BooleanClause.Occur.FILTER)
            .build());
    refresh();
    Query endedAfter =
        new BooleanQuery.Builder()
            .add(ofView, BooleanClause.Occur.FILTER)
            .add(
                NumericDocValuesField.newSlowRangeQuery(
                    Fields.TO, number + 1, EntityDocuments.NEVER - 1),
                BooleanClause.Occur.FILTER)
            .build();
    IndexSearcher searcher = searchers.acquire();
    try {
      for (ScoreDoc doc : searcher.search(endedAfter, Integer.MAX_VALUE - 1).scoreDocs) {
        Document stored = searcher.storedFields().document(doc.doc);
        writer.updateNumericDocValue(
            new Term(Fields.LIFE, stored.get(Fields.LIFE)), Fields.TO, EntityDocuments.NEVER);
      }
    } finally {
      searchers.release(searcher);
    }
    reached(view, number);
  }

  /** Removes everything of the views of a project key. */
  void forget(String project) throws IOException {
    writer.deleteDocuments(new PrefixQuery(new Term(Fields.VIEW, project + "/")));
    synchronized (this) {
      numbers.keySet().removeIf(key -> key.startsWith(NUMBER + project + "/"));
    }
  }

  /**
   * Writes out one of the buffers that threads which add documents have left. After a large
   * addition as many threads do so at once: {@link #refresh} would write them one after the other.
   *
   * @return false when there was none
   */
  boolean flushBuffer() throws IOException {
    return writer.flushNextBuffer();
  }

  /** Makes what was added visible to searches. */
  void refresh() throws IOException {
    searchers.maybeRefreshBlocking();
  }

  /** Makes what was added durable. */
  public void commit() throws IOException {
    synchronized (this) {
      writer.setLiveCommitData(List.copyOf(numbers.entrySet()));
    }
    writer.commit();
  }

  /**
   * What to search for.
   *
   * @param view View.
   * @param number Number at which the answer is true.
   * @param text Words or a name.
   * @param kind Wire name of an entity kind, null for any.
   * @param language Language, null for any.
   * @param offset Hits to leave out.
   * @param limit Hits to return at most.
   */
  public record SearchRequest(
      ViewId view,
      long number,
      String text,
      @Nullable String kind,
      @Nullable String language,
      int offset,
      int limit) {}

  /**
   * What was found.
   *
   * @param hits Hits, best first.
   * @param scores Score of each.
   * @param total How many there are in all.
   * @param isTotalExact Whether there may be more than that.
   */
  public record SearchResult(
      List<EntityHit> hits, List<Float> scores, long total, boolean isTotalExact) {}

  /**
   * The entities that fit a text, at a number. Hits, scores and order depend on what the view holds
   * at the number, and on nothing else that is in the index.
   */
  public SearchResult search(SearchRequest request) throws IOException {
    SearchResult found = search(request, words(request.text()));
    return found.total() > 0 || request.offset() > 0
        ? found
        : search(request, misspelled(request.text()));
  }

  private SearchResult search(SearchRequest request, Query words) throws IOException {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(words, BooleanClause.Occur.MUST);
    query.add(
        holding(EntityDocuments.ENTITY, request.view(), request.number()),
        BooleanClause.Occur.FILTER);
    if (request.kind() != null) {
      query.add(new TermQuery(new Term(Fields.KIND, request.kind())), BooleanClause.Occur.FILTER);
    }
    if (request.language() != null) {
      query.add(
          new TermQuery(new Term(Fields.LANGUAGE, request.language())), BooleanClause.Occur.FILTER);
    }
    IndexSearcher searcher = searchers.acquire();
    try {
      EntitiesAt entities =
          new EntitiesAt(searcher.getIndexReader(), counted, request.view(), request.number());
      long count = entities.count();
      if (count == 0) {
        return new SearchResult(List.of(), List.of(), 0, true);
      }
      TopFieldDocs top =
          new RevisionSearcher(searcher.getIndexReader(), entities, count)
              .search(query.build(), request.offset() + request.limit(), BEST_FIRST);
      List<EntityHit> hits = new ArrayList<>();
      List<Float> scores = new ArrayList<>();
      for (int i = request.offset(); i < top.scoreDocs.length; i++) {
        hits.add(stored(searcher, top.scoreDocs[i].doc));
        scores.add((Float) ((FieldDoc) top.scoreDocs[i]).fields[0]);
      }
      return new SearchResult(
          hits,
          scores,
          top.totalHits.value(),
          top.totalHits.relation() == org.apache.lucene.search.TotalHits.Relation.EQUAL_TO);
    } finally {
      searchers.release(searcher);
    }
  }

  private static EntityHit stored(IndexSearcher searcher, int doc) throws IOException {
    BytesRef packed = searcher.storedFields().document(doc).getBinaryValue(Fields.HIT);
    byte[] bytes = new byte[packed.length];
    System.arraycopy(packed.bytes, packed.offset, bytes, 0, packed.length);
    return EntityHit.of(bytes);
  }

  /** The documents of a type that hold of a view at a number. */
  static Query holding(String type, ViewId view, long number) {
    BooleanQuery.Builder query = new BooleanQuery.Builder();
    query.add(new TermQuery(new Term(Fields.VIEW, view.toString())), BooleanClause.Occur.FILTER);
    query.add(new TermQuery(new Term(Fields.TYPE, type)), BooleanClause.Occur.FILTER);
    query.add(LongPoint.newRangeQuery(Fields.FROM, 0, number), BooleanClause.Occur.FILTER);
    query.add(
        NumericDocValuesField.newSlowRangeQuery(Fields.TO, number + 1, EntityDocuments.NEVER),
        BooleanClause.Occur.FILTER);
    return query.build();
  }

  /**
   * Names one edit away, then names two edits away. All of them: the usual rewriting takes the best
   * fifty names of the whole index, which would be those of other revisions too.
   */
  private static Query misspelled(String text) {
    Term name = new Term(Fields.EXACT_NAME, text.strip().toLowerCase(Locale.ROOT));
    return new BooleanQuery.Builder()
        .add(new BoostQuery(near(name, 1), 2), BooleanClause.Occur.SHOULD)
        .add(near(name, 2), BooleanClause.Occur.SHOULD)
        .build();
  }

  private static Query near(Term name, int edits) {
    return new FuzzyQuery(
        name,
        edits,
        0,
        FuzzyQuery.defaultMaxExpansions,
        true,
        MultiTermQuery.CONSTANT_SCORE_BLENDED_REWRITE);
  }

  /** A whole name counts most, then its parts, then where it is and what is said about it. */
  private static Query words(String text) {
    String whole = text.strip().toLowerCase(Locale.ROOT);
    BooleanQuery.Builder any = new BooleanQuery.Builder();
    any.add(
        new BoostQuery(new TermQuery(new Term(Fields.EXACT_NAME, whole)), 6),
        BooleanClause.Occur.SHOULD);
    any.add(
        new BoostQuery(new TermQuery(new Term(Fields.EXACT_QUALIFIED, whole)), 8),
        BooleanClause.Occur.SHOULD);
    any.add(
        new BoostQuery(
            new ConstantScoreQuery(new PrefixQuery(new Term(Fields.EXACT_NAME, whole))), 4),
        BooleanClause.Occur.SHOULD);
    List<String> tokens = SubTokens.of(text);
    if (!tokens.isEmpty()) {
      BooleanQuery.Builder parts = new BooleanQuery.Builder();
      for (String token : tokens) {
        parts.add(token(token), BooleanClause.Occur.SHOULD);
      }
      parts.setMinimumNumberShouldMatch(tokens.size() <= 2 ? tokens.size() : tokens.size() / 2 + 1);
      any.add(parts.build(), BooleanClause.Occur.SHOULD);
    }
    any.setMinimumNumberShouldMatch(1);
    return any.build();
  }

  private static Query token(String token) {
    String stem = stem(token);
    List<Query> fields = new ArrayList<>();
    fields.add(new BoostQuery(new TermQuery(new Term(Fields.NAME, token)), 4));
    fields.add(new BoostQuery(new TermQuery(new Term(Fields.QUALIFIED, token)), 2));
    fields.add(new TermQuery(new Term(Fields.PATH, token)));
    fields.add(new TermQuery(new Term(Fields.SIGNATURE, token)));
    fields.add(new BoostQuery(new TermQuery(new Term(Fields.DOCUMENTATION, stem)), 1.5f));
    return new DisjunctionMaxQuery(fields, 0.1f);
  }

  private static String stem(String token) {
    try (EnglishAnalyzer english = new EnglishAnalyzer()) {
      BytesRef normal = english.normalize(Fields.DOCUMENTATION, token);
      try (org.apache.lucene.analysis.TokenStream stream =
          english.tokenStream(Fields.DOCUMENTATION, token)) {
        stream.reset();
        String stem = normal.utf8ToString();
        if (stream.incrementToken()) {
          stem =
              stream
                  .getAttribute(org.apache.lucene.analysis.tokenattributes.CharTermAttribute.class)
                  .toString();
        }
        stream.end();
        return stem;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * How many references of a view might mean a name without being sure to: what an answer about the
   * name may be short of.
   *
   * @param name Simple name.
   * @param accepts Whether a number of arguments fits.
   */
  public long unsure(ViewId view, long number, String name, IntPredicate accepts)
      throws IOException {
    long count = 0;
    IndexSearcher searcher = searchers.acquire();
    try {
      for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
        Terms terms = leaf.reader().terms(Fields.UNSURE);
        if (terms != null) {
          count += unsure(leaf, terms.iterator(), view, number, name, accepts);
        }
      }
    } finally {
      searchers.release(searcher);
    }
    return count;
  }

  private static long unsure(
      LeafReaderContext leaf,
      TermsEnum terms,
      ViewId view,
      long number,
      String name,
      IntPredicate accepts)
      throws IOException {
    long count = 0;
    if (terms.seekExact(new BytesRef(name))) {
      count += occurrences(leaf, terms, view, number);
    }
    String calls = name + "/";
    TermsEnum.SeekStatus status = terms.seekCeil(new BytesRef(calls));
    while (status != TermsEnum.SeekStatus.END) {
      String term = terms.term().utf8ToString();
      if (!term.startsWith(calls)) {
        break;
      }
      if (accepts.test(Integer.parseInt(term.substring(calls.length())))) {
        count += occurrences(leaf, terms, view, number);
      }
      status = terms.next() == null ? TermsEnum.SeekStatus.END : TermsEnum.SeekStatus.NOT_FOUND;
    }
    return count;
  }

  private static long occurrences(LeafReaderContext leaf, TermsEnum terms, ViewId view, long number)
      throws IOException {
    NumericDocValues from = leaf.reader().getNumericDocValues(Fields.FROM);
    NumericDocValues to = leaf.reader().getNumericDocValues(Fields.TO);
    NumericDocValues hash = leaf.reader().getNumericDocValues(Fields.VIEW_HASH);
    org.apache.lucene.util.Bits live = leaf.reader().getLiveDocs();
    PostingsEnum postings = terms.postings(null, PostingsEnum.FREQS);
    long count = 0;
    int doc;
    while ((doc = postings.nextDoc()) != PostingsEnum.NO_MORE_DOCS) {
      boolean holds =
          (live == null || live.get(doc))
              && hash.advanceExact(doc)
              && hash.longValue() == view.hashCode()
              && from.advanceExact(doc)
              && from.longValue() <= number
              && to.advanceExact(doc)
              && to.longValue() > number;
      count += holds ? postings.freq() : 0;
    }
    return count;
  }

  /** The ids of all entities of a view at a number, in no order: for checking against the graph. */
  public List<String> entityIds(ViewId view, long number) throws IOException {
    Query query = holding(EntityDocuments.ENTITY, view, number);
    IndexSearcher searcher = searchers.acquire();
    try {
      int max = Math.max(1, searcher.getIndexReader().maxDoc());
      List<String> ids = new ArrayList<>();
      for (ScoreDoc doc : searcher.search(query, max).scoreDocs) {
        ids.add(stored(searcher, doc.doc).id());
      }
      return ids;
    } finally {
      searchers.release(searcher);
    }
  }

  @Override
  public void close() throws IOException {
    searchers.close();
    commit();
    writer.close();
    directory.close();
  }
}
