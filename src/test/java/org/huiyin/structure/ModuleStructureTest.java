package org.huiyin.structure;

import org.huiyin.HuiyinApplication;
import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleStructureTest {
    @Test
    void modulesUseOnlyWhatTheyDeclare() {
        ApplicationModules.of(HuiyinApplication.class).verify();
    }
}
