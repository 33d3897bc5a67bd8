package org.huiyin.desk;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the handbook, and the diagrams it shows. */
@RestController
class HandbookPages {
    static final String HTML = "text/html;charset=UTF-8";

    private final Handbook handbook;
    private final SitePage site;
    private final Template layout = SitePage.template("handbook.html");

    HandbookPages(Handbook handbook, SitePage site) {
        this.handbook = handbook;
        this.site = site;
    }

    @GetMapping(path = "/handbook", produces = HTML)
    ResponseEntity<String> index() {
        return page("index");
    }

    @GetMapping(path = "/handbook/{name:[a-z-]+}", produces = HTML)
    ResponseEntity<String> page(@PathVariable String name) {
        return handbook.find(name)
                .map(page -> ResponseEntity.ok(site.of(page.title() + " · 回音", layout(page))))
                .orElseGet(() -> ResponseEntity.status(HttpStatus.NOT_FOUND).body(missing()));
    }

    @GetMapping(
            path = "/handbook/{folder:diagrams|pictures}/{name:[A-Za-z-]+}.png",
            produces = MediaType.IMAGE_PNG_VALUE)
    ResponseEntity<Resource> picture(@PathVariable String folder, @PathVariable String name) {
        Resource picture = new ClassPathResource("handbook/" + folder + "/" + name + ".png");
        return picture.exists()
                ? ResponseEntity.ok()
                        .cacheControl(CacheControl.noCache())
                        .eTag(Fingerprint.tag(picture))
                        .body(picture)
                : ResponseEntity.notFound().build();
    }

    private String layout(Handbook.Page shown) {
        List<Map<String, Object>> pages = handbook.all().stream()
                .map(page -> Map.<String, Object>of(
                        "href", page.href(),
                        "name", page.title().replace("手册", "").replace("回音使用", "首页"),
                        "current", page.equals(shown)))
                .toList();
        return layout.execute(Map.of("pages", pages, "text", shown.html()));
    }

    private String missing() {
        return site.of(
                "没有这一页 · 回音",
                "<main id=\"content\" class=\"wide\"><h1>没有这一页</h1><p>请从<a href=\"/handbook\">手册首页</a>进入。</p></main>");
    }
}
