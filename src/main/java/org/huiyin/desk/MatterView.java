package org.huiyin.desk;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads across register, letters, people, clocks and marks what a list says of its matters, all of them with one question. */
@Repository
class MatterView {
    private static final List<Lamp> BY_URGENCY = List.of(Lamp.GREEN, Lamp.YELLOW, Lamp.RED, Lamp.OVERDUE);

    private final JdbcClient jdbc;

    MatterView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those of which this officer may know; a window of the petitioner hurries no officer and has no lamp here. */
    Map<PetitionId, MatterFacts> of(OfficerId reader, Collection<PetitionId> ids) {
        return jdbc
                .sql("""
                        select p.id, p.state = 'DRAFT' as draft, p.sealed, p.confidential, p.visitor_count,
                            coalesce(c.title, '') as title, coalesce(c.place, '') as place,
                            coalesce((select left(n.name, 1) from casefile.person n
                                where n.petition = p.id order by n.position limit 1), '') as family,
                            coalesce((
                                select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp))
                                from deadline.clock k join deadline.time_limit l on l.id = k.time_limit
                                where k.petition = p.id and k.state = 'RUNNING' and not l.petitioner_window), 1) as lamp,
                            exists (select 1 from urgent.alert a
                                where a.petition = p.id and a.withdrawn_at is null) as urgent,
                            t.collective, not t.first_in_city as repeated
                        from casefile.petition p
                        join casefile.told_apart t on t.petition = p.id
                        left join casefile.content c on c.petition = p.id
                        where p.id = any(:ids)
                            and not exists (select 1 from casefile.barred b
                                where b.petition = p.id and b.officer = :reader)""")
                .param("ids", ids.stream().map(PetitionId::value).toArray(String[]::new))
                .param("reader", reader.value())
                .query(MatterView::facts)
                .list()
                .stream()
                .collect(Collectors.toMap(MatterFacts::id, Function.identity()));
    }

    private static MatterFacts facts(ResultSet rs, int row) throws SQLException {
        return new MatterFacts(
                new PetitionId(rs.getString("id")),
                rs.getString("title"),
                rs.getString("place"),
                petitioner(rs.getString("family"), rs.getBoolean("confidential"), rs.getInt("visitor_count")),
                rs.getBoolean("draft"),
                rs.getBoolean("sealed"),
                BY_URGENCY.get(rs.getInt("lamp") - 1),
                rs.getBoolean("urgent"),
                rs.getBoolean("collective"),
                rs.getBoolean("repeated"));
    }

    private static String petitioner(String family, boolean confidential, int count) {
        String name = family.isEmpty() ? "" : family + "**";
        return (confidential ? "（保密）" : name) + (count > 1 && !name.isEmpty() ? "等" + count + "人" : "");
    }
}
