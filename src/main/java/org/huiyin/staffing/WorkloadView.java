package org.huiyin.staffing;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What a head may know of the matters whose tasks he sees: nothing of sealed ones, nor of those he is barred from. */
@Component
class WorkloadView {
    private final JdbcClient jdbc;

    WorkloadView(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Titles by number; what is left out does not exist for this reader. */
    Map<PetitionId, String> titles(Collection<PetitionId> petitions, OfficerId reader) {
        Map<PetitionId, String> titles = new HashMap<>();
        jdbc.sql("""
                        select p.id, coalesce(c.title, '') as title
                        from casefile.petition p left join casefile.content c on c.petition = p.id
                        where p.id = any(:petitions) and not p.sealed
                            and not exists (select 1 from casefile.barred
                                where barred.petition = p.id and barred.officer = :reader)""")
                .param(
                        "petitions",
                        petitions.stream().map(PetitionId::value).distinct().toArray(String[]::new))
                .param("reader", reader.value())
                .query((row, number) -> titles.put(new PetitionId(row.getString("id")), row.getString("title")))
                .list();
        return titles;
    }
}
