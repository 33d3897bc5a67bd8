package org.huiyin.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.api.CaseAnswer.OrganAnswer;
import org.huiyin.api.CaseRights.Reach;
import org.huiyin.api.ListQuery.Cursor;
import org.huiyin.casefile.PetitionState;
import org.huiyin.casefile.Phrase;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.MatterFilter;
import org.huiyin.ledger.MatterFilter.ByReceipt;
import org.huiyin.ledger.OrganByOrgan;
import org.huiyin.organ.Organs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists of petitions, read across register, letters, people and clocks; never more than the person may see. */
@Component
class PetitionsView {
    private static final int PAGE = 50;
    private static final List<Lamp> BY_URGENCY = List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.OVERDUE);

    private static final ByReceipt REGISTER = MatterFilter.NONE.byReceipt();

    /** The lamp of a petition is the worst of its running clocks. */
    private static final String SHOWN = """
            select p.id, coalesce(c.title, '') as title, p.state, p.channel, p.received_at, p.organ, p.person,
                p.sealed, p.legacy, p.end_reason, l.lamp
            from found join casefile.petition p on p.id = found.id
            left join casefile.content c on c.petition = p.id
            left join lateral (
                select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp)) as lamp
                from deadline.clock k where k.petition = p.id and k.state = 'RUNNING') l on true
            order by found.received_at desc, found.id desc""";

    private final JdbcClient jdbc;
    private final Organs organs;
    private final Clock clock;

    PetitionsView(JdbcClient jdbc, Organs organs, Clock clock) {
        this.jdbc = jdbc;
        this.organs = organs;
        this.clock = clock;
    }

    PetitionPage page(ListQuery query, Reach reach) {
        Conditions conditions = new Conditions(reach);
        query.state().ifPresent(state -> conditions.and("and p.state = :state\n", "state", state.name()));
        query.organ().ifPresent(organ -> conditions.and("and p.organ = :organ\n", "organ", organ.value()));
        ByReceipt register = reach.isFewOrgans()
                ? query.beside().alongTheRegister()
                : query.beside().byReceipt();
        conditions.and(register.conditions(), query.beside().parameters());
        query.after()
                .ifPresent(after -> conditions.and(
                        "and (%s, %s) < (:receivedAt, :after)\n".formatted(register.receivedAt(), register.number()),
                        Map.of(
                                "receivedAt",
                                after.receivedAt().atOffset(ZoneOffset.UTC),
                                "after",
                                after.number().value())));
        return page(read(register, conditions, reach, reach.isFewOrgans()));
    }

    /** By the name or telephone of somebody who asked for secrecy only those find the matter who may see him (article 18). */
    PetitionPage found(SearchRequest request, List<PetitionId> withPhone, Reach reach) {
        Optional<Phrase> phrase = request.text().flatMap(Phrase::of);
        List<PetitionPage.Line> lines = List.of();
        if (phrase.isEmpty()) {
            lines = read(REGISTER, conditions(request, withPhone, reach), reach, false);
        } else {
            for (Phrase some : phrase.get().backFrom(clock.instant())) {
                Conditions conditions = conditions(request, withPhone, reach);
                conditions.and(some.condition("pairs"), some.parameters("pairs"));
                lines = read(REGISTER, conditions, reach, false);
                if (lines.size() > PAGE) {
                    break;
                }
            }
        }
        return new PetitionPage(lines.subList(0, Math.min(PAGE, lines.size())), Optional.empty());
    }

    private static Conditions conditions(SearchRequest request, List<PetitionId> withPhone, Reach reach) {
        Conditions conditions = new Conditions(reach);
        request.number().ifPresent(number -> conditions.and("and p.id = :number\n", "number", number));
        request.name().ifPresent(name -> conditions.and("""
                        and exists (select 1 from casefile.person n where n.petition = p.id and n.name = :name)
                        """, "name", name));
        request.phone()
                .ifPresent(phone -> conditions.and(
                        "and p.id = any(:withPhone)\n",
                        "withPhone",
                        withPhone.stream().map(PetitionId::value).toArray(String[]::new)));
        if (request.phone().isPresent() || request.name().isPresent()) {
            conditions.and("and (not p.confidential or p.person = :reader or p.opened_by = :reader)\n", Map.of());
        }
        request.text()
                .ifPresent(text -> conditions.and("""
                        and exists (select 1 from casefile.content t
                            where t.petition = p.id and (t.title %1$s :text or t.content %1$s :text))
                        """.formatted(Phrase.comparison(text)), "text", anywhere(text)));
        return conditions;
    }

    private List<PetitionPage.Line> read(ByReceipt register, Conditions conditions, Reach reach, boolean organByOrgan) {
        if (reach.isNothing()) {
            return List.of();
        }
        String found = organByOrgan
                ? OrganByOrgan.sql(register.from(), conditions.text.toString(), true)
                : "select p.id, p.received_at from %s where %s %s order by %s desc, %s desc limit :limit"
                        .formatted(
                                register.from(),
                                within(reach),
                                conditions.text,
                                register.receivedAt(),
                                register.number());
        return jdbc.sql("with found as materialized (\n" + found + ")\n" + SHOWN)
                .param("open", ids(reach.open()))
                .param("sealed", ids(reach.sealed()))
                .params(conditions.parameters)
                .param("limit", PAGE + 1)
                .query(this::line)
                .list();
    }

    private static String within(Reach reach) {
        return reach.everywhere() ? "(not p.sealed or p.organ = any(:sealed))" : """
                (not p.sealed and (p.organ = any(:open) or p.registered_by = any(:open))
                    or p.sealed and p.organ = any(:sealed))""";
    }

    /** What a list asks of casefile.petition p beside the organs that its reader reaches; each begins with its and. */
    private static final class Conditions {
        private final StringBuilder text = new StringBuilder();
        private final Map<String, Object> parameters = new HashMap<>();

        Conditions(Reach reach) {
            and("""
                    and not exists (select 1 from casefile.barred b where b.petition = p.id and b.officer = :reader)
                    """, "reader", reach.reader().value());
        }

        private void and(String condition, String name, Object value) {
            and(condition, Map.of(name, value));
        }

        private void and(String condition, Map<String, Object> values) {
            text.append(condition);
            parameters.putAll(values);
        }
    }

    private static PetitionPage page(List<PetitionPage.Line> lines) {
        if (lines.size() <= PAGE) {
            return new PetitionPage(lines, Optional.empty());
        }
        PetitionPage.Line last = lines.get(PAGE - 1);
        Cursor next = new Cursor(last.receivedAt().toInstant(), new PetitionId(last.number()));
        return new PetitionPage(lines.subList(0, PAGE), Optional.of(next.text()));
    }

    private PetitionPage.Line line(ResultSet rs, int row) throws SQLException {
        return new PetitionPage.Line(
                rs.getString("id"),
                rs.getString("title"),
                Labels.of(PetitionState.valueOf(rs.getString("state"))),
                Labels.of(Channel.valueOf(rs.getString("channel"))),
                Times.exact(rs.getObject("received_at", OffsetDateTime.class).toInstant()),
                OrganAnswer.of(new OrganId(rs.getString("organ")), organs),
                Optional.ofNullable(rs.getString("person")),
                rs.getBoolean("sealed"),
                rs.getBoolean("legacy"),
                Optional.ofNullable(rs.getObject("lamp", Integer.class))
                        .map(place -> BY_URGENCY.get(place - 1).name()),
                Optional.ofNullable(rs.getString("end_reason")).map(reason -> Labels.of(EndReason.valueOf(reason))));
    }

    private static String anywhere(String words) {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String[] ids(Collection<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(String[]::new);
    }
}
