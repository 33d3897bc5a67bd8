package org.huiyin.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;

/**
 * What stands in the files of one web application, put together once at the start. {@code config.js} names its scripts, as the
 * engine expects it, and would work by itself; told to browsers is the bundle of them.
 *
 * @param version drawn from the scripts
 */
record WebappAdditions(String config, String scripts, String version, String styles) {
    private static final String ROOT = "/camunda/app/";
    private static final Pattern SCRIPTS = Pattern.compile("customScripts: \\[([^]]*)]");
    private static final Pattern NAME = Pattern.compile("'([^']+)'");
    private static final Pattern IMPORTED = Pattern.compile("@import url\\(\"([^\"]+)\"\\);");
    private static final Pattern RELATIVE = Pattern.compile("url\\(['\"]?(?!/|data:|['\"])");

    static WebappAdditions of(String app) {
        String home = ROOT + app + "/";
        String config = text(home + "scripts/config.js");
        Matcher scripts = SCRIPTS.matcher(config);
        if (!scripts.find()) {
            throw new IllegalStateException(home + "scripts/config.js names no scripts");
        }
        List<String> entries = NAME.matcher(scripts.group(1))
                .results()
                .map(name -> URI.create(home).resolve(name.group(1) + ".js").toString())
                .toList();
        String bundle = ScriptBundle.of(entries, WebappAdditions::text);
        String version = Fingerprint.of(bundle);
        String named = scripts.replaceFirst("customScripts: ['scripts/all-" + version + "']");
        return new WebappAdditions(named, bundle, version, styles(home + "styles/user-styles.css"));
    }

    /** A sheet with those that it imports in their place. */
    private static String styles(String address) {
        String sheet = text(address)
                .lines()
                .map(line -> {
                    Matcher imported = IMPORTED.matcher(line);
                    return imported.matches()
                            ? styles(URI.create(address)
                                    .resolve(imported.group(1))
                                    .toString())
                            : line;
                })
                .collect(Collectors.joining("\n"));
        if (RELATIVE.matcher(sheet).find()) {
            throw new IllegalStateException(address + " points to a file that would be looked for elsewhere");
        }
        return sheet;
    }

    private static String text(String address) {
        String file = address.startsWith(ROOT) ? "META-INF/resources/webjars" + address : "static" + address;
        try {
            return new ClassPathResource(file).getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(address, e);
        }
    }
}
