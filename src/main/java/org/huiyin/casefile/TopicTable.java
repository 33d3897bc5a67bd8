package org.huiyin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.topic and casefile.petition_topic. */
@Repository
class TopicTable {
    private final JdbcClient jdbc;

    TopicTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Topic> all() {
        return jdbc.sql("select code, label, note, valid from casefile.topic order by valid desc, label")
                .query(Topic.class)
                .list();
    }

    /** Empty when a topic of this name is there already. */
    Optional<Topic> add(String label, String note, OfficerId by, Instant at) {
        return jdbc.sql("""
                        insert into casefile.topic (code, label, note, valid, changed_by, changed_at)
                        values ('TOPIC_' || nextval('casefile.topic_number'), :label, :note, true, :by, :at)
                        on conflict (label) do nothing
                        returning code, label, note, valid""")
                .param("label", label)
                .param("note", note)
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .query(Topic.class)
                .optional();
    }

    Optional<Topic> change(String code, String note, boolean valid, OfficerId by, Instant at) {
        return jdbc.sql("""
                        update casefile.topic set note = :note, valid = :valid, changed_by = :by, changed_at = :at
                        where code = :code
                        returning code, label, note, valid""")
                .param("code", code)
                .param("note", note)
                .param("valid", valid)
                .param("by", by.value())
                .param("at", PetitionTable.at(at))
                .query(Topic.class)
                .optional();
    }

    void replace(PetitionId petition, List<String> topics) {
        jdbc.sql("delete from casefile.petition_topic where petition = :petition")
                .param("petition", petition.value())
                .update();
        jdbc.sql("""
                        insert into casefile.petition_topic (petition, topic)
                        select :petition, topic from unnest(:topics::text[]) as r (topic)""")
                .param("petition", petition.value())
                .param("topics", topics.toArray(String[]::new))
                .update();
    }
}
