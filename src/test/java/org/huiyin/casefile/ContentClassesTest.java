package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.huiyin.organ.Duty;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;

@HuiyinTest
class ContentClassesTest {
    @Autowired
    ContentClasses classes;

    @Autowired
    Organs organs;

    @TempDir
    Path folder;

    @Test
    @DisplayName("R62 内容分类三级，按编码、完整名称或者一级名称查找")
    void aClassIsFoundByItsCodeItsPathOrItsTop() {
        ContentClass services = classes.find("城乡建设 / 住房保障与房地产 / 物业服务").orElseThrow();

        assertThat(services.top()).isEqualTo("城乡建设");
        assertThat(classes.find(services.code())).contains(services);
        assertThat(classes.find("城乡建设").orElseThrow().code()).isEqualTo("030000");
        assertThat(classes.find("物业服务"))
                .as("a name below the top may stand in several places")
                .isEmpty();
        assertThat(classes.all()).filteredOn(each -> each.names().size() == 1).hasSize(17);
    }

    @Test
    void everySubjectOfADutyListIsAClassAtTheTop() {
        assertThat(organs.all().stream()
                        .map(Organ::id)
                        .flatMap(organ -> organs.duties(organ).stream())
                        .map(Duty::subject)
                        .collect(Collectors.toSet()))
                .isNotEmpty()
                .allSatisfy(subject ->
                        assertThat(classes.find(subject).map(ContentClass::top)).contains(subject));
    }

    @Test
    void aCityBringsItsOwnList() throws IOException {
        ContentClasses own = new ContentClasses(file("编码,一级,二级,三级\n010000,城市管理,,\n010100,城市管理,占道经营,\n"));

        assertThat(own.all()).extracting(ContentClass::path).containsExactly("城市管理", "城市管理/占道经营");
    }

    @Test
    void aBrokenListIsRefusedWithItsLine() throws IOException {
        String orphan = file("编码,一级,二级,三级\n010100,城市管理,占道经营,\n");
        String twice = file("编码,一级,二级,三级\n010000,城市管理,,\n010000,环境,,\n");

        assertThatThrownBy(() -> new ContentClasses(orphan)).hasMessageContaining("第2行：上一级没有先列出");
        assertThatThrownBy(() -> new ContentClasses(twice)).hasMessageContaining("第3行：编码或者名称重复");
    }

    private String file(String text) throws IOException {
        Path file = Files.createTempFile(folder, "classes", ".csv");
        return Files.writeString(file, text).toString();
    }
}
