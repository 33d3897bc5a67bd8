package org.huiyin.organ;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministratorAccountTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Short-1a",
                "no-upper-case-1",
                "NO-LOWER-CASE-1",
                "No-Digit-At-All",
                "NoSpecial12345",
                "        "
            })
    void aWeakPasswordIsRefusedInBothLanguages(String weak) {
        assertThat(new AdministratorAccount("root", weak).faults())
                .singleElement()
                .asString()
                .contains("HUIYIN_ADMIN_PASSWORD", "至少 10 个字符", "at least 10 characters");
    }

    @Test
    void aStrongPasswordIsAccepted() {
        assertThat(new AdministratorAccount("root", "Correct-Horse-7").faults()).isEmpty();
    }

    @Test
    void thePasswordDoesNotContainTheName() {
        assertThat(new AdministratorAccount("horse", "Correct-Horse-7").faults())
                .singleElement()
                .asString()
                .contains("用户名");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "a/b", "a'; drop table"})
    void aNameTheEngineWouldRefuseIsRefusedHere(String id) {
        assertThat(new AdministratorAccount(id, "Correct-Horse-7").faults())
                .singleElement()
                .asString()
                .contains("HUIYIN_ADMIN_ID");
    }

    @Test
    void anAccountNeverShowsItsPassword() {
        assertThat(new AdministratorAccount("root", "Correct-Horse-7")).hasToString("administrator root");
    }

    @Test
    void thePasswordNobodyKnowsIsStrongToo() {
        assertThat(new AdministratorAccount("somebodyElse", OrganProcess.unknownPassword()).faults())
                .isEmpty();
        assertThat(OrganProcess.unknownPassword()).isNotEqualTo(OrganProcess.unknownPassword());
    }
}
