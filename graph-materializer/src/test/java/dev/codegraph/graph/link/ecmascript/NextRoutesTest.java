package dev.codegraph.graph.link.ecmascript;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import dev.codegraph.parser.Indexers;
import dev.codegraph.parser.TreeIndexer;
import dev.codegraph.parser.syntax.ParseLimits;
import dev.codegraph.parser.syntax.ParseOutcome;
import dev.codegraph.parser.syntax.SyntaxParser;
import dev.codegraph.schemas.EntityFact;
import dev.codegraph.schemas.EntityKind;
import dev.codegraph.schemas.FileFacts;
import dev.codegraph.schemas.Language;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which routes a file of Next.js has at which path. */
class NextRoutesTest {
  private static final String HANDLERS = "export async function GET() {}\nexport const PUT = f;\n";
  private static final String PAGE = "export default function Page() {}\n";
  private static final String LINKED = "import Link from 'next/link';\n" + PAGE;
  private static final String API = "export default async (req, res) => {};\n";

  @ParameterizedTest
  @CsvSource({
    "app/route.ts, /",
    "app/api/users/route.ts, /api/users",
    "src/app/api/users/route.js, /api/users",
    "apps/web/app/api/route.ts, /api",
    "packages/app/app/api/route.ts, /api",
    "web/src/app/app/route.tsx, /app",
    "app/(shop)/cart/route.ts, /cart",
    "app/@modal/cart/route.ts, /cart",
    "app/users/[id]/route.mts, /users/{id}",
    "app/docs/[...slug]/route.ts, /docs/{slug...}",
    "app/docs/[[...slug]]/route.ts, /docs/{slug...}",
    "app/%5Fx/route.ts, /_x",
    "app/v1.2/route.ts, /v1.2",
  })
  void handlersAreNamedByTheirFolders(String path, String url) {
    assertEquals(List.of("GET " + url, "PUT " + url), routes(path, HANDLERS));
  }

  @ParameterizedTest
  @CsvSource({
    "route.ts",
    "src/users/route.ts",
    "packages/app/route.ts",
    "app/users/routes.ts",
    "app/users/route.test.ts",
    "app/users/route.d.ts",
    "app/_lib/route.ts",
    "app/(.)photo/route.ts",
    "app/(..)(..)photo/route.ts",
    "app/(...)photo/route.ts",
  })
  void handlersElsewhereAreNone(String path) {
    assertEquals(List.of(), routes(path, HANDLERS));
  }

  @Test
  void onlyWhatIsNamedLikeAMethodHandlesOne() {
    String code =
        """
        import { two } from './two';
        function one() {}
        export { one as POST, two as PATCH };
        export { HEAD } from './three';
        export const dynamic = 'force-static';
        export const { DELETE } = handlers;
        """;
    assertEquals(
        List.of("DELETE /", "HEAD /", "PATCH /", "POST /"),
        routes("app/route.ts", code).stream().sorted().toList());
  }

  @ParameterizedTest
  @CsvSource({
    "app/page.tsx, GET /",
    "app/blog/[slug]/page.jsx, GET /blog/{slug}",
    "src/app/(site)/about/page.js, GET /about",
    "pages/page.tsx, ''",
    "src/components/page.tsx, ''",
    "app/blog/layout.tsx, ''",
  })
  void aPageOfTheAppRouterIsAGet(String path, String route) {
    assertEquals(route.isEmpty() ? List.of() : List.of(route), routes(path, PAGE));
  }

  @ParameterizedTest
  @CsvSource({
    "pages/index.tsx, GET /",
    "pages/about.tsx, GET /about",
    "pages/page.tsx, GET /page",
    "pages/sitemap.xml.tsx, GET /sitemap.xml",
    "src/pages/blog/index.js, GET /blog",
    "web/pages/blog/[slug].tsx, GET /blog/{slug}",
    "apps/web/src/pages/[...all].jsx, GET /{all...}",
    "pages/api/users.ts, ANY /api/users",
    "pages/_app.tsx, ''",
    "pages/_document.tsx, ''",
    "pages/404.tsx, ''",
    "pages/middleware.ts, ''",
    "pages/index.test.tsx, ''",
    "pages/__tests__/index.tsx, ''",
    "src/components/pages/home.tsx, ''",
    "components/pages/home.tsx, ''",
    "app/pages/home.tsx, ''",
  })
  void aPageThatUsesTheFrameworkIsAGet(String path, String route) {
    assertEquals(route.isEmpty() ? List.of() : List.of(route), routes(path, LINKED));
  }

  @Test
  void aFolderNamedPagesSaysNothingByItself() {
    assertEquals(List.of(), routes("src/pages/home.tsx", PAGE));
    assertEquals(
        List.of("GET /home"),
        routes("src/pages/home.tsx", PAGE + "export async function getServerSideProps() {}\n"));
  }

  @Test
  void aFunctionOfRequestAndResponseAnswersBelowApi() {
    assertEquals(List.of("ANY /api/users/{id}"), routes("pages/api/users/[id].ts", API));
    assertEquals(List.of("ANY /api"), routes("pages/api/index.js", "module.exports = " + HANDLER));
    assertEquals(List.of(), routes("pages/api/users.ts", "export default (a) => a;\n"));
    assertEquals(List.of(), routes("pages/users.ts", API));
  }

  private static final String HANDLER = "(req, res) => {};\n";

  @Test
  void otherFilesKeepTheirFactsAsTheyAre() {
    FileFacts facts = facts("lib/users.ts", HANDLERS);
    assertSame(facts, NextRoutes.placed("lib/users.ts", facts));
  }

  private static List<String> routes(String path, String code) {
    Stream<EntityFact> entities =
        NextRoutes.placed(path, facts(path, code)).entities().stream()
            .filter(entity -> entity.kind() == EntityKind.ROUTE);
    return entities.map(EntityFact::name).toList();
  }

  private static FileFacts facts(String path, String code) {
    byte[] utf8 = code.getBytes(StandardCharsets.UTF_8);
    Language language = Language.ofPath(path).orElseThrow();
    TreeIndexer indexer = (TreeIndexer) Indexers.of(language);
    try (SyntaxParser parser = new SyntaxParser(ParseLimits.defaults())) {
      return switch (indexer.parse(language, utf8, parser)) {
        case ParseOutcome.Parsed parsed -> indexer.index(parsed.tree(), utf8);
        case ParseOutcome.Refused refused -> throw new AssertionError(refused.detail());
      };
    }
  }
}
