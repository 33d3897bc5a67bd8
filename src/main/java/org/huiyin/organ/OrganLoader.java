package org.huiyin.organ;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Set;
import org.huiyin.kernel.OrganId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Loads an organ file: what it names is added or changed, what it does not name stays. A file is loaded once; loading the same
 * file again changes nothing, so it may stay configured.
 */
@Service
class OrganLoader {
    private static final Logger log = LoggerFactory.getLogger(OrganLoader.class);

    private final OrganTable table;
    private final Organs organs;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    OrganLoader(OrganTable table, Organs organs, Clock clock, ApplicationEventPublisher events) {
        this.table = table;
        this.organs = organs;
        this.clock = clock;
        this.events = events;
    }

    /** Whether anything was loaded; refuses a file with errors as a whole. */
    @Transactional
    boolean load(String name, byte[] content) {
        String digest = digest(content);
        if (table.lockTree().equals(digest)) {
            return false;
        }
        OrganTree stored = table.read();
        OrganFileProblems problems = new OrganFileProblems();
        OrganRows rows = new OrganRows(OrganFile.parse(text(content), problems), problems);
        problems.refuseIfAny(name);
        OrganTree wanted = rows.over(stored);
        OrganRules.check(wanted, rows, problems);
        problems.refuseIfAny(name);
        save(stored, wanted);
        table.raiseVersion(digest, clock.instant());
        organs.reload();
        events.publishEvent(new OrgansChanged());
        log.info(
                "organ file {}: {} organs, {} officers",
                name,
                wanted.organs().size(),
                wanted.officers().size());
        return true;
    }

    private void save(OrganTree stored, OrganTree wanted) {
        wanted.organs().stream()
                .filter(organ -> stored.organ(organ.id()).filter(organ::equals).isEmpty()
                        || !stored.path(organ.id()).equals(wanted.path(organ.id())))
                .forEach(organ -> table.save(organ, wanted.path(organ.id())));
        wanted.officers().stream()
                .filter(officer ->
                        stored.officer(officer.id()).filter(officer::equals).isEmpty())
                .forEach(table::save);
        Set<OrganId> withDuties = new LinkedHashSet<>();
        wanted.duties().forEach(duty -> withDuties.add(duty.organ()));
        withDuties.stream()
                .filter(organ -> !wanted.duties(organ).equals(stored.duties(organ)))
                .forEach(organ -> table.saveDuties(organ, wanted.duties(organ)));
    }

    /** UTF-8, or what a Chinese spreadsheet writes when it is not told otherwise. */
    private static String text(byte[] content) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
        } catch (CharacterCodingException notUtf8) {
            return new String(content, Charset.forName("GB18030"));
        }
    }

    private static String digest(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
