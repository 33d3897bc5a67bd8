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
import org.springframework.stereotype.Component;

/** The common frame of our own pages; what is put in by name is escaped, the body is HTML that we made. */
@Component
class SitePage {
    private final Template frame = template("page.html");

    String of(String title, String body) {
        return frame.execute(Map.of("title", title, "body", body));
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
