package org.huiyin.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.huiyin.api.CaseAnswer.OrganAnswer;
import org.huiyin.api.CaseRights.Reach;
import org.huiyin.api.ListQuery.Cursor;
import org.huiyin.casefile.PetitionState;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;

/** Lists of petitions, read across register, letters, people and clocks; never more than the person may see. */
@Component
class PetitionsView {
    private static final int PAGE = 50;
    private static final List<Lamp> BY_URGENCY = List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.OVERDUE);

    /** The lamp of a petition is the worst of its running clocks. */
    private static final String SELECT = """
            select p.id, coalesce(c.title, '') as title, p.state, p.channel, p.received_at, p.organ, p.person,
                p.sealed, p.legacy, p.end_reason, l.lamp
            from casefile.petition p
            left join casefile.content c on c.petition = p.id
            left join lateral (
                select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp)) as lamp
                from deadline.clock k where k.petition = p.id and k.state = 'RUNNING') l on true
            where (not p.sealed and (p.organ = any(:open) or p.registered_by = any(:open))
                or p.sealed and p.organ = any(:sealed))
                and not exists (
                    select 1 from casefile.barred b where b.petition = p.id and b.officer = :reader)
            """;

    private final JdbcClient jdbc;
    private final Organs organs;

    PetitionsView(JdbcClient jdbc, Organs organs) {
        this.jdbc = jdbc;
        this.organs = organs;
    }

    PetitionPage page(ListQuery query, Reach reach) {
        StatementSpec found = jdbc.sql(SELECT + """
                        and (cast(:state as text) is null or p.state = :state)
                        and (cast(:organ as text) is null or p.organ = :organ)
                        and (cast(:lamp as integer) is null or l.lamp = :lamp)
                        and (cast(:number as text) is null or (p.received_at, p.id) < (:receivedAt, :number))
                        order by p.received_at desc, p.id desc limit :limit""")
                .param("state", query.state().map(Enum::name).orElse(null), Types.VARCHAR)
                .param("organ", query.organ().map(OrganId::value).orElse(null), Types.VARCHAR)
                .param(
                        "lamp",
                        query.lamp().map(lamp -> BY_URGENCY.indexOf(lamp) + 1).orElse(null),
                        Types.INTEGER)
                .param(
                        "number",
                        query.after().map(Cursor::number).map(PetitionId::value).orElse(null),
                        Types.VARCHAR)
                .param(
                        "receivedAt",
                        query.after()
                                .map(Cursor::receivedAt)
                                .orElse(Instant.EPOCH)
                                .atOffset(ZoneOffset.UTC));
        return page(read(found, reach));
    }

    /** By the name or telephone of somebody who asked for secrecy only those find the matter who may see him (article 18). */
    PetitionPage found(SearchRequest request, List<PetitionId> withPhone, Reach reach, OfficerId reader) {
        StatementSpec found = jdbc.sql(SELECT + """
                        and (cast(:number as text) is null or p.id = :number)
                        and (cast(:name as text) is null or exists (
                            select 1 from casefile.person n where n.petition = p.id and n.name = :name))
                        and (cast(:byPhone as boolean) is false or p.id = any(:withPhone))
                        and (cast(:byPerson as boolean) is false or not p.confidential
                            or p.person = :reader or p.opened_by = :reader)
                        and (cast(:text as text) is null or c.title ilike :text or c.content ilike :text)
                        order by p.received_at desc, p.id desc limit :limit""")
                .param("number", request.number().orElse(null), Types.VARCHAR)
                .param("name", request.name().orElse(null), Types.VARCHAR)
                .param("byPhone", request.phone().isPresent())
                .param("byPerson", request.phone().isPresent() || request.name().isPresent())
                .param("reader", reader.value())
                .param("withPhone", withPhone.stream().map(PetitionId::value).toArray(String[]::new))
                .param("text", request.text().map(PetitionsView::anywhere).orElse(null), Types.VARCHAR);
        List<PetitionPage.Line> lines = read(found, reach);
        return new PetitionPage(lines.subList(0, Math.min(PAGE, lines.size())), Optional.empty());
    }

    private List<PetitionPage.Line> read(StatementSpec select, Reach reach) {
        if (reach.isNothing()) {
            return List.of();
        }
        return select.param("open", ids(reach.open()))
                .param("sealed", ids(reach.sealed()))
                .param("reader", reach.reader().value())
                .param("limit", PAGE + 1)
                .query(this::line)
                .list();
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
