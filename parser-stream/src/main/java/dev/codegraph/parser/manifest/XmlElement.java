package dev.codegraph.parser.manifest;

import java.io.StringReader;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.MissingResourceException;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An element of an XML manifest with its place, which is looked for in the text: those that the
 * reader of the JDK tells are not exact (docs/adr/0009-readers-of-manifests.md). A document type is
 * not read, so there are no entities to expand and nothing to fetch.
 */
final class XmlElement {
  private static final int MOST_DEPTH = 200;

  private final String name;
  private final int start;
  private final Map<String, String> attributes = new LinkedHashMap<>();
  private final List<XmlElement> children = new ArrayList<>();
  private final StringBuilder text = new StringBuilder();
  private int textStart;
  private int end;

  private XmlElement(String name, int start) {
    this.name = name;
    this.start = start;
    this.textStart = start;
  }

  /**
   * What was read.
   *
   * @param root The outermost element, with all that there is of it; its name is empty when there
   *     is none.
   * @param errorBytes Bytes after the place where the text is no XML.
   */
  record Read(XmlElement root, int errorBytes) {}

  /** Reads a document as far as it is sound. */
  static Read read(ManifestText text) {
    XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    XmlElement none = new XmlElement("", 0);
    Deque<XmlElement> open = new ArrayDeque<>();
    open.push(none);
    int errorBytes = 0;
    Tags tags = new Tags(text.bytes());
    try {
      // The reader's tags come in the order of the text.
      XMLStreamReader reader = factory.createXMLStreamReader(new StringReader(text.bytes()));
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            XmlElement element = start(reader, tags);
            open.element().children.add(element);
            open.push(element);
          }
          case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA ->
              open.element().text.append(reader.getText());
          case XMLStreamConstants.END_ELEMENT -> open.pop().end = tags.close();
          default -> {}
        }
        if (open.size() > MOST_DEPTH) {
          throw new IllegalArgumentException("nested deeper than " + MOST_DEPTH);
        }
      }
    } catch (XMLStreamException | MissingResourceException e) {
      // The second is how the reader says that a document type is wrong: it lacks the sentence.
      errorBytes = Math.max(1, text.bytes().length() - tags.end);
    }
    XmlElement root = none.children.isEmpty() ? none : none.children.getFirst();
    return new Read(root, errorBytes);
  }

  private static XmlElement start(XMLStreamReader reader, Tags tags) {
    tags.next();
    XmlElement element = new XmlElement(reader.getLocalName(), tags.start);
    element.textStart = tags.end;
    element.end = tags.end;
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      element.attributes.put(
          reader.getAttributeLocalName(i), ManifestText.decode(reader.getAttributeValue(i)));
    }
    return element;
  }

  /** The places of the tags of a text that is sound so far, in their order. */
  private static final class Tags {
    private final String text;
    private int start;
    private int end;

    /** Whether the tag closes itself and that was not yet told. */
    private boolean closes;

    Tags(String text) {
      this.text = text;
    }

    /** Where the next end of an element is. */
    int close() {
      if (!closes) {
        next();
      }
      closes = false;
      return end;
    }

    void next() {
      int at = text.indexOf('<', end);
      while (at >= 0) {
        if (text.startsWith("<!--", at)) {
          at = text.indexOf('<', after("-->", at));
        } else if (text.startsWith("<![CDATA[", at)) {
          at = text.indexOf('<', after("]]>", at));
        } else if (text.startsWith("<?", at)) {
          at = text.indexOf('<', after("?>", at));
        } else if (text.startsWith("<!", at)) {
          at = text.indexOf('<', afterDocumentType(at));
        } else {
          start = at;
          end = afterTag(at);
          closes = text.startsWith("/>", end - 2);
          return;
        }
      }
      start = text.length();
      end = text.length();
    }

    private int after(String mark, int from) {
      int found = text.indexOf(mark, from);
      return found < 0 ? text.length() : found + mark.length();
    }

    private int afterDocumentType(int from) {
      int inner = text.indexOf('[', from);
      int close = text.indexOf('>', from);
      return inner >= 0 && inner < close ? after(">", after("]", inner)) : after(">", from);
    }

    /** An attribute may hold a closing bracket in its quotes. */
    private int afterTag(int from) {
      char quote = 0;
      for (int i = from; i < text.length(); i++) {
        char c = text.charAt(i);
        if (quote != 0) {
          quote = c == quote ? 0 : quote;
        } else if (c == '"' || c == '\'') {
          quote = c;
        } else if (c == '>') {
          return i + 1;
        }
      }
      return text.length();
    }
  }

  String name() {
    return name;
  }

  /** Byte offset of the element. */
  int start() {
    return start;
  }

  /** Byte offset after the element. */
  int end() {
    return end;
  }

  /** Its text; empty when it has children. */
  String text() {
    return children.isEmpty() ? ManifestText.decode(text.toString()).strip() : "";
  }

  /** Byte offset of its text. */
  int textStart() {
    int at = 0;
    while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return at == text.length() ? textStart : textStart + at;
  }

  /** An attribute; empty when it has none of the name. */
  String attribute(String attribute) {
    return attributes.getOrDefault(attribute, "");
  }

  /** All children of a name. */
  List<XmlElement> children(String childName) {
    return children.stream().filter(child -> child.name.equals(childName)).toList();
  }

  List<XmlElement> children() {
    return children;
  }

  /** The first child at the end of a path of names, or an element without name and text. */
  XmlElement at(String... path) {
    XmlElement at = this;
    for (String step : path) {
      List<XmlElement> found = at.children(step);
      if (found.isEmpty()) {
        return new XmlElement("", start);
      }
      at = found.getFirst();
    }
    return at;
  }
}
