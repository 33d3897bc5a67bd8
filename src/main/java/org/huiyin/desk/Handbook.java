package org.huiyin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Heading;
import org.commonmark.node.Node;
import org.commonmark.node.Text;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** 手册: the Markdown pages of docs/handbook, read once and shown as HTML. Raw HTML in them is shown as text. */
@Component
class Handbook {
    private static final List<String> ORDER = List.of(
            "index",
            "registrar",
            "dispatcher",
            "handler",
            "head",
            "reviewer",
            "sealed",
            "supervisor",
            "petitioner",
            "analyst",
            "rules",
            "operator",
            "administrator");
    private static final List<TablesExtension> TABLES = List.of((TablesExtension) TablesExtension.create());

    private final Map<String, Page> pages = new LinkedHashMap<>();

    record Page(String name, String title, String html) {
        String href() {
            return name.equals("index") ? "/handbook" : "/handbook/" + name;
        }
    }

    Handbook() {
        Parser parser = Parser.builder().extensions(TABLES).build();
        HtmlRenderer renderer = HtmlRenderer.builder()
                .extensions(TABLES)
                .escapeHtml(true)
                .sanitizeUrls(true)
                .attributeProviderFactory(context -> (node, tag, attributes) -> {
                    attributes.computeIfPresent("href", (name, href) -> served(href));
                    attributes.computeIfPresent("src", (name, src) -> served(src));
                })
                .build();
        for (Resource file : files()) {
            Node document = parser.parse(text(file));
            String name = name(file);
            pages.put(name, new Page(name, title(document), renderer.render(document)));
        }
    }

    Optional<Page> find(String name) {
        return Optional.ofNullable(pages.get(name));
    }

    List<Page> all() {
        return List.copyOf(pages.values());
    }

    /** Links between the files work in the repository as they stand, and are served under our own addresses. */
    private static String served(String link) {
        if (link.startsWith("../diagrams/")) {
            return "/handbook/" + link.substring("../".length());
        }
        if (link.startsWith("pictures/")) {
            return "/handbook/" + link;
        }
        if (link.endsWith(".md") && !link.contains("/")) {
            String name = link.substring(0, link.length() - ".md".length());
            return name.equals("index") ? "/handbook" : "/handbook/" + name;
        }
        return link;
    }

    private static List<Resource> files() {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources("classpath:handbook/*.md"))
                    .sorted(Comparator.comparing(Handbook::position).thenComparing(Handbook::name))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int position(Resource file) {
        int position = ORDER.indexOf(name(file));
        return position < 0 ? ORDER.size() : position;
    }

    private static String name(Resource file) {
        String name = String.valueOf(file.getFilename());
        return name.substring(0, name.length() - ".md".length());
    }

    private static String text(Resource file) {
        try {
            return file.getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String title(Node document) {
        StringBuilder title = new StringBuilder();
        document.accept(new AbstractVisitor() {
            @Override
            public void visit(Heading heading) {
                if (heading.getLevel() == 1) {
                    visitChildren(heading);
                }
            }

            @Override
            public void visit(Text text) {
                if (text.getParent() instanceof Heading) {
                    title.append(text.getLiteral());
                }
            }
        });
        return title.toString();
    }
}
