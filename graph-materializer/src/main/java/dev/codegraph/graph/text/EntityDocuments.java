package dev.codegraph.graph.text;

import dev.codegraph.graph.link.EntityIds;
import dev.codegraph.graph.link.LinkingPolicies;
import dev.codegraph.graph.link.SourceFile;
import dev.codegraph.graph.store.Edge;
import dev.codegraph.graph.store.LinkedFile;
import dev.codegraph.graph.store.Resolution;
import dev.codegraph.graph.store.UnresolvedReference;
import dev.codegraph.graph.store.ViewId;
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
import org.apache.lucene.document.TextField;
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
    String pathTokens = String.join(" ", SubTokens.of(file.path()));
    BytesRef orderPath = new BytesRef(file.path());
    for (int i = 0; i < entities.size(); i++) {
      EntityFact entity = entities.get(i);
      EntityHit hit = hit(file, i);
      Document document = frame(ENTITY, view, life, from);
      document.add(
          new StringField(Fields.EXACT_NAME, hit.name().toLowerCase(Locale.ROOT), Field.Store.NO));
      document.add(
          new StringField(
              Fields.EXACT_QUALIFIED,
              hit.qualifiedName().toLowerCase(Locale.ROOT),
              Field.Store.NO));
      document.add(text(Fields.NAME, hit.name()));
      document.add(text(Fields.QUALIFIED, hit.qualifiedName()));
      document.add(new TextField(Fields.PATH, pathTokens, Field.Store.NO));
      if (!entity.signature().isEmpty()) {
        document.add(text(Fields.SIGNATURE, entity.signature()));
      }
      if (!entity.documentation().isEmpty()) {
        document.add(new TextField(Fields.DOCUMENTATION, entity.documentation(), Field.Store.NO));
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
    EntityFact entity = file.facts().entities().get(index);
    String localId = file.localId(index);
    String qualifier = LinkingPolicies.of(file.language()).qualifier(file);
    String name =
        index == 0 ? file.path().substring(file.path().lastIndexOf('/') + 1) : entity.name();
    String nested = EntityIds.nestedNameOf(localId);
    String qualified =
        index == 0 ? file.path() : qualifier.isEmpty() ? nested : qualifier + "." + nested;
    return new EntityHit(
        EntityIds.id(file.language(), file.path(), localId),
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
    StringBuilder names = new StringBuilder();
    for (UnresolvedReference reference : links.unresolved()) {
      names.append(unsure(reference.name(), reference.argumentCount())).append(' ');
    }
    Edge previous = null;
    for (Edge edge : links.edges()) {
      // Candidates of one site follow each other: count the site once.
      if (edge.resolution() == Resolution.AMBIGUOUS
          && (previous == null
              || previous.line() != edge.line()
              || previous.column() != edge.column())) {
        names.append(EntityIds.nameOf(edge.to())).append(' ');
      }
      previous = edge;
    }
    document.add(new TextField(Fields.UNSURE, names.toString(), Field.Store.NO));
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

  private static TextField text(String field, String name) {
    return new TextField(field, String.join(" ", SubTokens.of(name)), Field.Store.NO);
  }
}
