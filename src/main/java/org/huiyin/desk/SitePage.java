package org.huiyin.desk;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** The common frame of our own pages; what is put in by name is escaped, the body is HTML that we made. */
@Component
class SitePage {
    /** Charts are drawn into pictures that their own page holds. */
    static final String DRAWN_CHARTS = "; img-src 'self' data:";

    private static final String POLICY =
            "default-src 'self'; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'";

    private final Template frame = template("page.html");

    String of(String title, String body) {
        return frame.execute(Map.of("title", title, "body", body));
    }

    /** A page without figures of its own: its script asks for them under the login of the webapps, and loads nothing from elsewhere. */
    ResponseEntity<String> underLogin(String title, Template body) {
        return underLogin(title, body, "");
    }

    /**
     * The same for a page that loads more.
     *
     * @param allowed what it may load beside, as directives that follow the common ones
     */
    ResponseEntity<String> underLogin(String title, Template body, String allowed) {
        return ResponseEntity.ok()
                .header("Content-Security-Policy", POLICY + allowed)
                .body(of(title, body.execute(Map.of())));
    }

    static Template template(String name) {
        try (Reader reader =
                new InputStreamReader(new ClassPathResource("desk/" + name).getInputStream(), StandardCharsets.UTF_8)) {
            return Mustache.compiler().compile(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
