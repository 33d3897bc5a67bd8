package org.huiyin.desk;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * What we add to the engine's web applications, in as few requests as can be: all scripts of an application are one, whose
 * address changes with its content and which a browser asks for once; all its styles are one.
 */
@RestController
class WebappFiles {
    private static final String APP = "/camunda/app/{app:tasklist|cockpit|admin|welcome}";
    private static final String SCRIPT = "text/javascript;charset=UTF-8";

    private final Map<String, WebappAdditions> additions = Stream.of("tasklist", "cockpit", "admin", "welcome")
            .collect(Collectors.toUnmodifiableMap(Function.identity(), WebappAdditions::of));

    /** The engine asks for it by another address each time. */
    @GetMapping(path = APP + "/scripts/config.js", produces = SCRIPT)
    String config(@PathVariable String app, HttpServletResponse answer) {
        keep(answer, CacheControl.noStore());
        return additions(app).config();
    }

    /**
     * While nodes of two releases run, one may be asked for what the other has named: it gives its own, whole, and lets nobody
     * keep it under that name.
     */
    @GetMapping(path = APP + "/scripts/all-{version:[0-9a-f]+}.js", produces = SCRIPT)
    String scripts(@PathVariable String app, @PathVariable String version, HttpServletResponse answer) {
        WebappAdditions own = additions(app);
        keep(answer, version.equals(own.version()) ? KeptFiles.FOR_EVER : CacheControl.noStore());
        return own.scripts();
    }

    /** The address is the engine's and stays the same. */
    @GetMapping(path = APP + "/styles/user-styles.css", produces = "text/css;charset=UTF-8")
    ResponseEntity<String> styles(@PathVariable String app, HttpServletResponse answer) {
        String styles = additions(app).styles();
        keep(answer, CacheControl.noCache());
        return ResponseEntity.ok().eTag(Fingerprint.tag(styles)).body(styles);
    }

    /** In the place of what the engine's filters have said before. */
    private static void keep(HttpServletResponse answer, CacheControl howLong) {
        answer.setHeader(HttpHeaders.CACHE_CONTROL, howLong.getHeaderValue());
    }

    private WebappAdditions additions(String app) {
        return Objects.requireNonNull(additions.get(app));
    }
}
