package org.huiyin.deadline;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Scanner;
import java.util.TimeZone;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.huiyin.HuiyinApplication;
import org.huiyin.casefile.CaseFile;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A node of Huiyin of its own, with its job executor at work, that {@link KilledNodeTest} starts, commands by lines and
 * kills: {@code fill <clocks>} and {@code time <epoch millis>}, each answered by a line.
 */
public final class CrowdNode {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");
    private static final int AT_ONCE = 50;

    private final ConfigurableApplicationContext context;

    private CrowdNode(ConfigurableApplicationContext context) {
        this.context = context;
    }

    public static void main(String[] args) throws Exception {
        TimeZone.setDefault(TimeZone.getTimeZone("Asia/Shanghai"));
        CrowdNode node = new CrowdNode(new SpringApplicationBuilder(HuiyinApplication.class)
                .run(
                        "--server.port=0",
                        "--huiyin.data-dir=" + args[0],
                        "--spring.main.lazy-initialization=true",
                        "--camunda.bpm.job-execution.enabled=true",
                        "--camunda.bpm.job-execution.wait-time-in-millis=100",
                        "--camunda.bpm.job-execution.max-wait=100"));
        node.answer(node.url());
        try (Scanner commands = new Scanner(System.in, StandardCharsets.UTF_8)) {
            while (commands.hasNext()) {
                node.obey(commands.next(), commands.nextLong());
            }
        }
    }

    private void obey(String command, long number) {
        if (command.equals("fill")) {
            IntStream.range(0, Math.toIntExact(number) / AT_ONCE).forEach(batch -> fill());
        } else {
            Instant to = Instant.ofEpochMilli(number);
            ClockUtil.offset(Duration.between(Instant.ofEpochMilli(System.currentTimeMillis()), to)
                    .toMillis());
        }
        answer("done");
    }

    private void fill() {
        TransactionTemplate tx = context.getBean(TransactionTemplate.class);
        context.getBean(EngineGateway.class)
                .as(
                        CLERK,
                        () -> tx.executeWithoutResult(
                                status -> IntStream.range(0, AT_ONCE).forEach(n -> petition())));
    }

    private void petition() {
        PetitionId petition = context.getBean(CaseFile.class).open(Channel.LETTER, BUREAU, CLERK);
        Instant now = ClockUtil.getCurrentTime().toInstant();
        context.getBean(Deadlines.class).start(petition, ClockKind.D4, now, "转送函", HOUSING, Optional.empty());
    }

    private String url() throws Exception {
        try (var connection = context.getBean(DataSource.class).getConnection()) {
            return connection.getMetaData().getURL();
        }
    }

    private void answer(String line) {
        System.out.println(KilledNodeTest.ANSWER + line);
    }
}
