package org.huiyin.handling;

import java.util.List;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** handling.joint_answer; whoever writes here holds the rows of the petitions. */
@Repository
class JointAnswerTable {
    private final JdbcClient jdbc;

    JointAnswerTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(int version, PetitionId petition) {}

    void insert(PetitionId lead, int version, List<PetitionId> together) {
        jdbc.sql("""
                        insert into handling.joint_answer (lead, version, petition)
                        select :lead, :version, unnest(:petitions)""")
                .param("lead", lead.value())
                .param("version", version)
                .param("petitions", together.stream().map(PetitionId::value).toArray(String[]::new))
                .update();
    }

    void answered(PetitionId lead, int version, PetitionId petition, String number) {
        jdbc.sql("""
                        update handling.joint_answer set number = :number
                        where lead = :lead and version = :version and petition = :petition""")
                .param("number", number)
                .param("lead", lead.value())
                .param("version", version)
                .param("petition", petition.value())
                .update();
    }

    /** For all drafts of the leading matter; nothing for nearly every one. */
    List<Row> of(PetitionId lead) {
        return jdbc.sql("""
                        select version, petition from handling.joint_answer
                        where lead = :lead order by version, petition""")
                .param("lead", lead.value())
                .query((rs, row) -> new Row(rs.getInt("version"), new PetitionId(rs.getString("petition"))))
                .list();
    }
}
