package dev.codegraph.graph.text;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.LinkingPolicies;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Resolution;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.graph.store.ViewId;
import dev.codegraph.graph.text.TermStream.TermsField;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.text.SubTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.NumericDocValuesField;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.util.BytesRef;

/** Makes the documents of a file: one per entity, and one for the references it is not sure of. */
public final class EntityDocuments {
  static final String ENTITY = "entity";
  static final String LINKS = "links";

  /** {@link Fields#TO} of a document that still holds. */
  static final long NEVER = Long.MAX_VALUE;

  private EntityDocuments() {}

  /** What identifies the documents of a file that begin at a number. */
  static String life(String type, ViewId view, String path, long from) {
    return type + '\0' + view + '\0' + path + '\0' + from;
  }

  /** One document per entity. */
  static List<Document> entities(ViewId view, SourceFile file, long from) {
    FileFacts facts = file.facts();
    List<EntityFact> entities = facts.entities();
    List<Document> documents = new ArrayList<>(entities.size());
    String life = life(ENTITY, view, file.path(), from);
    List<BytesRef> pathTerms = terms(file.path());
    String qualifier = LinkingPolicies.of(file.language()).qualifier(file);
    List<BytesRef> qualifierTerms = terms(qualifier);
    BytesRef orderPath = new BytesRef(file.path());
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      EntityHit hit = hit(file, qualifier, i);
      Document document = frame(ENTITY, view, life, from);
      document.add(exact(Fields.EXACT_NAME, hit.name()));
      document.add(exact(Fields.EXACT_QUALIFIED, hit.qualifiedName()));
      document.add(new TermsField(Fields.NAME, terms(hit.name())));
      document.add(
          new TermsField(
              Fields.QUALIFIED,
              i == 0 ? pathTerms : joined(qualifierTerms, terms(nestedName(file, i)))));
      document.add(new TermsField(Fields.PATH, pathTerms));
      if (!entity.signature().isEmpty()) {
        document.add(new TermsField(Fields.SIGNATURE, terms(entity.signature())));
      }
      if (!entity.documentation().isEmpty()) {
        document.add(new Field(Fields.DOCUMENTATION, entity.documentation(), TermsField.TYPE));
      }
      document.add(new StringField(Fields.KIND, entity.kind().wire(), Field.Store.NO));
      document.add(new StringField(Fields.LANGUAGE, file.language().label(), Field.Store.NO));
      document.add(new SortedDocValuesField(Fields.ORDER_PATH, orderPath));
      document.add(new NumericDocValuesField(Fields.ORDER_PLACE, i));
      document.add(new StoredField(Fields.HIT, hit.toBytes()));
      documents.add(document);
    }
    return documents;
  }

  /** What is shown of an entity. */
  public static EntityHit hit(SourceFile file, int index) {
    return hit(file, LinkingPolicies.of(file.language()).qualifier(file), index);
  }

  private static EntityHit hit(SourceFile file, String qualifier, int index) {
    EntityFact entity = file.facts().entities().get(index);
    String name =
        index == 0 ? file.path().substring(file.path().lastIndexOf('/') + 1) : entity.name();
    String nested = nestedName(file, index);
    String qualified =
        index == 0 ? file.path() : qualifier.isEmpty() ? nested : qualifier + "." + nested;
    return new EntityHit(
        EntityIds.id(file.language(), file.path(), file.localId(index)),
        entity.kind(),
        name,
        qualified,
        file.language().label(),
        file.path(),
        entity.nameLine(),
        entity.endLine(),
        entity.signature());
  }

  /** One document with the names that a file is not sure of. */
  static Document links(ViewId view, String path, LinkedFile links, long from) {
    Document document = frame(LINKS, view, life(LINKS, view, path, from), from);
    List<BytesRef> names = new ArrayList<>();
    for (UnresolvedReference reference : links.unresolved()) {
      names.add(term(unsure(reference.name(), reference.argumentCount())));
    }
    Edge previous = null;
    for (Edge edge : links.edges()) {
      // Candidates of one site follow each other: count the site once.
      if (edge.resolution() == Resolution.AMBIGUOUS
          && (previous == null
              || previous.line() != edge.line()
              || previous.column() != edge.column())) {
        names.add(term(EntityIds.nameOf(edge.to())));
      }
      previous = edge;
    }
    document.add(new TermsField(Fields.UNSURE, names));
    return document;
  }

  private static String unsure(String name, int argumentCount) {
    return argumentCount < 0 ? name : name + "/" + argumentCount;
  }

  private static Document frame(String type, ViewId view, String life, long from) {
    Document document = new Document();
    document.add(new StringField(Fields.VIEW, view.toString(), Field.Store.NO));
    document.add(new StringField(Fields.TYPE, type, Field.Store.NO));
    document.add(new StringField(Fields.LIFE, life, Field.Store.YES));
    document.add(new LongPoint(Fields.FROM, from));
    document.add(new NumericDocValuesField(Fields.FROM, from));
    document.add(new NumericDocValuesField(Fields.TO, NEVER));
    document.add(new NumericDocValuesField(Fields.VIEW_HASH, view.hashCode()));
    return document;
  }

  private static String nestedName(SourceFile file, int index) {
    return EntityIds.nestedNameOf(file.localId(index));
  }

  private static List<BytesRef> terms(String text) {
    List<String> parts = SubTokens.of(text);
    List<BytesRef> terms = new ArrayList<>(parts.size());
    parts.forEach(part -> terms.add(term(part)));
    return terms;
  }

  private static StringField exact(String field, String name) {
    return new StringField(field, term(name.toLowerCase(Locale.ROOT)), Field.Store.NO);
  }

  /** Of a text beyond the longest term that Lucene has, about 32,000 bytes, the beginning. */
  private static BytesRef term(String text) {
    BytesRef term = new BytesRef(text);
    term.length = Math.min(term.length, IndexWriter.MAX_TERM_LENGTH);
    return term;
  }

  private static List<BytesRef> joined(List<BytesRef> first, List<BytesRef> then) {
    List<BytesRef> both = new ArrayList<>(first.size() + then.size());
    both.addAll(first);
    both.addAll(then);
    return both;
  }
}
