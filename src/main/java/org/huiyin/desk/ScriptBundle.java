package org.huiyin.desk;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Several ES modules put together as one: each keeps a scope of its own, stands once, and behind those that it imports, as a
 * browser would run them. It reads the few forms of import and export that our scripts use and refuses every other one, so
 * that nothing is put together that would mean something else.
 */
final class ScriptBundle {
    private static final String STANDARD = "standard";
    private static final Pattern IMPORT = Pattern.compile("import \\{ (\\w+(?:, \\w+)*) } from ['\"]([^'\"]+)['\"];");
    private static final Pattern EXPORT =
            Pattern.compile("export ((?:async function|function|class|const) (\\w+)\\b.*)");
    private static final Pattern DEFAULT = Pattern.compile("export default (.*)");
    private static final Pattern OTHER =
            Pattern.compile("\\s*(?:import|export)\\b.*|.*\\bimport(?:\\.meta|\\(\\s*['\"`]).*");

    private final UnaryOperator<String> sources;
    private final Map<String, Linked> modules = new LinkedHashMap<>();
    private final Set<String> underWay = new LinkedHashSet<>();
    private final StringBuilder text = new StringBuilder();

    /** A module as the others see it. */
    private record Linked(String name, Set<String> exported) {}

    private ScriptBundle(UnaryOperator<String> sources) {
        this.sources = sources;
    }

    /**
     * @param entries addresses of modules; what they export by default, one thing or a list or nothing, is the default list of the bundle
     * @param sources the text behind an address
     */
    static String of(List<String> entries, UnaryOperator<String> sources) {
        ScriptBundle bundle = new ScriptBundle(sources);
        String all = entries.stream()
                .map(bundle::module)
                .filter(module -> module.exported().contains(STANDARD))
                .map(module -> module.name() + "." + STANDARD)
                .collect(Collectors.joining(", "));
        return bundle.text + "export default [" + all + "].flat();\n";
    }

    /** The module behind an address, whose turn comes now if it has not come yet. */
    private Linked module(String address) {
        Linked known = modules.get(address);
        return known == null ? added(address) : known;
    }

    private Linked added(String address) {
        if (!underWay.add(address)) {
            throw new IllegalStateException("scripts import each other in a ring: " + underWay);
        }
        Set<String> exported = new TreeSet<>();
        String body = sources.apply(address)
                .lines()
                .map(line -> linked(address, line, exported))
                .collect(Collectors.joining("\n"));
        underWay.remove(address);
        Linked module = new Linked("module" + modules.size(), exported);
        modules.put(address, module);
        text.append("// ")
                .append(address)
                .append("\nconst ")
                .append(module.name())
                .append(" = (() => {\n");
        text.append(body)
                .append("\nreturn { ")
                .append(String.join(", ", exported))
                .append(" };\n})();\n");
        return module;
    }

    private String linked(String address, String line, Set<String> exported) {
        Matcher imports = IMPORT.matcher(line);
        if (imports.matches()) {
            String from = URI.create(address).resolve(imports.group(2)).toString();
            Linked module = module(from);
            if (!module.exported().containsAll(List.of(imports.group(1).split(", ")))) {
                throw new IllegalStateException(address + ": not all of this is exported: " + line);
            }
            return "const { " + imports.group(1) + " } = " + module.name() + ";";
        }
        Matcher export = EXPORT.matcher(line);
        if (export.matches()) {
            exported.add(export.group(2));
            return export.group(1);
        }
        Matcher standard = DEFAULT.matcher(line);
        if (standard.matches()) {
            exported.add(STANDARD);
            return "const " + STANDARD + " = " + standard.group(1);
        }
        if (OTHER.matcher(line).matches()) {
            throw new IllegalStateException(address + ": cannot be put together with others: " + line.strip());
        }
        return line;
    }
}
