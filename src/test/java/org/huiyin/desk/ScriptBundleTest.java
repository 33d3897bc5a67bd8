package org.huiyin.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayName("待办、监督的脚本合成一个文件")
class ScriptBundleTest {
    @Test
    void aModuleStandsOnceAndBehindWhatItImports() {
        String bundle = bundle(
                List.of("/a/one.js", "/a/two.js"),
                Map.of(
                        "/a/one.js", "import { ask, LAMPS } from './deep/ask.js';\nexport default [ask, LAMPS];",
                        "/a/two.js", "import { ask } from \"/a/deep/ask.js\";\nexport default {\n  render: ask\n};",
                        "/a/deep/ask.js", "export async function ask() {}\nexport const LAMPS = [1, 2];"));

        assertThat(bundle).isEqualTo("""
                // /a/deep/ask.js
                const module0 = (() => {
                async function ask() {}
                const LAMPS = [1, 2];
                return { LAMPS, ask };
                })();
                // /a/one.js
                const module1 = (() => {
                const { ask, LAMPS } = module0;
                const standard = [ask, LAMPS];
                return { standard };
                })();
                // /a/two.js
                const module2 = (() => {
                const { ask } = module0;
                const standard = {
                  render: ask
                };
                return { standard };
                })();
                export default [module1.standard, module2.standard].flat();
                """);
    }

    @Test
    void aRingIsRefusedBecauseOneOfItWouldRunBeforeWhatItUses() {
        assertThatThrownBy(() -> bundle(
                        List.of("/a.js"),
                        Map.of(
                                "/a.js", "import { b } from './b.js';\nexport default b;\nexport const a = 1;",
                                "/b.js", "import { a } from './a.js';\nexport const b = a;")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ring: [/a.js, /b.js]");
    }

    @Test
    void whatIsImportedMustBeThere() {
        assertThatThrownBy(() -> bundle(
                        List.of("/a.js"),
                        Map.of(
                                "/a.js", "import { gone } from './b.js';\nexport default gone;",
                                "/b.js", "export const b = 1;")))
                .hasMessage("/a.js: not all of this is exported: import { gone } from './b.js';");
    }

    @Test
    void aScriptThatOnlyActsAddsNothingToTheList() {
        assertThat(bundle(List.of("/b.js"), Map.of("/b.js", "act();")))
                .endsWith("act();\nreturn {  };\n})();\nexport default [].flat();\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "import b from './b.js';",
                "import { b as c } from './b.js';",
                "import * as all from './b.js';",
                "import './b.js';",
                "import {",
                "  import { b } from './b.js';",
                "export { b };",
                "export let b = 1;",
                "export const { b } = c;",
                "export function* b() {}",
                "export * from './b.js';",
                "const c = import.meta.url;",
                "const c = await import('./b.js');"
            })
    void otherFormsAreRefusedInsteadOfMeaningSomethingElse(String line) {
        assertThatThrownBy(() -> bundle(
                        List.of("/a.js"),
                        Map.of("/a.js", line + "\nexport default [];", "/b.js", "export const b = 1;")))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("/a.js: cannot be put together");
    }

    private static String bundle(List<String> entries, Map<String, String> files) {
        return ScriptBundle.of(entries, address -> Objects.requireNonNull(files.get(address), address));
    }
}
