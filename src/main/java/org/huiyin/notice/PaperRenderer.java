package org.huiyin.notice;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.EngineClock;
import org.huiyin.organ.Organ;
import org.springframework.stereotype.Component;

/** Papers from logic-less templates; whatever people typed is escaped. */
@Component
class PaperRenderer {
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);
    private static final String CONFIDENTIAL = "（信访人要求保密，内容见案卷）";

    private final CaseFile cases;
    private final Map<PaperKind, Template> templates = new EnumMap<>(PaperKind.class);

    PaperRenderer(CaseFile cases) {
        this.cases = cases;
        Mustache.Compiler compiler =
                Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).withLoader(PaperRenderer::file);
        for (PaperKind kind : PaperKind.values()) {
            templates.put(kind, compiler.compile(file(kind.template())));
        }
    }

    String paper(Petition petition, Organ issuer, PaperNumber number, PaperContent content, LocalDate today) {
        PaperKind kind = number.kind();
        Map<String, Object> page = page(petition, issuer, kind, today);
        content.values().forEach((key, value) -> page.put(key, inWords(value)));
        page.put("number", number.text());
        page.put(
                "addressee",
                kind.addressedOrgan()
                        .map(field -> content.values().getOrDefault(field.key(), ""))
                        .orElseGet(() -> kind.isForDeputy() ? deputies(petition) : petitioners(petition)));
        return rendered(kind, page);
    }

    String registrationReceipt(Petition petition, Organ issuer, List<Receipt> matters, LocalDate today) {
        Map<String, Object> page = page(petition, issuer, PaperKind.REGISTRATION_RECEIPT, today);
        page.put("number", "");
        page.put("addressee", petitioners(petition));
        page.put("channel", petition.channel().label());
        page.put("several", matters.size() > 1);
        page.put("count", matters.size());
        page.put(
                "matters",
                matters.stream()
                        .map(line -> Map.of(
                                "petition",
                                line.petition().id().value(),
                                "subjectLine",
                                line.petition().title(),
                                "queryCode",
                                line.queryCode()))
                        .toList());
        return rendered(PaperKind.REGISTRATION_RECEIPT, page);
    }

    private Map<String, Object> page(Petition petition, Organ issuer, PaperKind kind, LocalDate today) {
        Map<String, Object> page = new HashMap<>();
        page.put("paragraphs", (Mustache.Lambda) PaperRenderer::paragraphs);
        page.put("paperTitle", kind.label());
        page.put("organName", issuer.name());
        page.put("petition", petition.id().value());
        boolean hidden = petition.confidential() && kind.addressedOrgan().isPresent();
        page.put("subjectLine", hidden ? CONFIDENTIAL : petition.title());
        page.put("receivedOn", DATE.format(petition.receivedAt().atZone(EngineClock.BEIJING)));
        page.put("today", DATE.format(today));
        return page;
    }

    private String rendered(PaperKind kind, Map<String, Object> page) {
        Template template = templates.get(kind);
        if (template == null) {
            throw new IllegalStateException("no template for " + kind);
        }
        return template.execute(page);
    }

    private String deputies(Petition petition) {
        return cases.deputies(petition.id()).stream()
                .map(deputy -> deputy.name() + "代表（委员）")
                .collect(Collectors.joining("、"));
    }

    private String petitioners(Petition petition) {
        return Addressees.of(cases.addressees(petition.id()), petition.visitorCount());
    }

    /** Each line of what was typed is a paragraph of its own; it arrives here escaped. */
    private static void paragraphs(Template.Fragment typed, Writer out) throws IOException {
        for (String line : typed.execute().split("\n", -1)) {
            if (!line.isBlank()) {
                out.write("<p>" + line.strip() + "</p>\n");
            }
        }
    }

    /** 2026-03-02 is written 2026年3月2日 in a paper. */
    private static String inWords(String value) {
        return value.matches("\\d{4}-\\d{2}-\\d{2}") ? DATE.format(LocalDate.parse(value)) : value;
    }

    private static Reader file(String name) {
        try (InputStream in = PaperRenderer.class.getResourceAsStream("/papers/" + name + ".html")) {
            if (in == null) {
                throw new IllegalStateException("no template papers/" + name + ".html");
            }
            return new StringReader(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
