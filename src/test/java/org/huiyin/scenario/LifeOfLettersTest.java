package org.huiyin.scenario;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.huiyin.testkit.HuiyinTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;

/** Whole lives of many letters, through the interfaces that officers and petitioners use. */
@HuiyinTest
class LifeOfLettersTest {
    private static final long SEED = 20260502;
    private static final int CARRIED = 300;

    @LocalServerPort
    private int port;

    @Autowired
    private ApplicationContext context;

    @Test
    @DisplayName("第三条 事事有着落：虚构来信全部办到依法办结")
    void everyInventedLetterComesToALawfulEnd() throws URISyntaxException {
        Path file = Path.of(
                LifeOfLettersTest.class.getResource("/letters-invented.csv").toURI());

        new LettersLife(context, port, LetterRow.read(file), Integer.MAX_VALUE, SEED).live();
    }

    /** A file named by {@code huiyin.letters} or {@code HUIYIN_LETTERS}, or the one that lies beside the project. */
    @Test
    @DisplayName("第三条 事事有着落：真实来信全部登记，其中三百件办到依法办结")
    void threeHundredRealLettersComeToALawfulEnd() {
        Path file = Path.of(Optional.ofNullable(System.getProperty("huiyin.letters"))
                .or(() -> Optional.ofNullable(System.getenv("HUIYIN_LETTERS")))
                .orElse("../shared/data/letters-dev.csv"));
        assumeTrue(Files.isReadable(file), "no file of real letters here");

        new LettersLife(context, port, LetterRow.read(file), CARRIED, SEED).live();
    }
}
