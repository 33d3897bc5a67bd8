package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters with items of different classes: casefile.whole_letter, and who came from whom in casefile.circumstance. */
@Repository
class SplitTable {
    private static final String FAMILY = """
            casefile.petition p where (p.id = :root or p.id in (
                select c.petition from casefile.circumstance c where c.origin = :root))
            """;

    private final JdbcClient jdbc;

    SplitTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The letter keeps what it was; what it is from now on is its own item. */
    void keep(PetitionId id, Letter letter) {
        jdbc.sql("""
                        insert into casefile.whole_letter (petition, title, content, demand)
                        values (:id, :title, :content, :demand)
                        on conflict (petition) do nothing""")
                .param("id", id.value())
                .param("title", letter.title())
                .param("content", letter.content())
                .param("demand", letter.demand())
                .update();
    }

    void replace(PetitionId id, String title, String content, String demand, String subject) {
        jdbc.sql("""
                        update casefile.content set title = :title, content = :content, demand = :demand, subject = :subject
                        where petition = :id""")
                .param("id", id.value())
                .param("title", title)
                .param("content", content)
                .param("demand", demand)
                .param("subject", subject)
                .update();
    }

    void reclassify(PetitionId id, Optional<String> contentClass) {
        jdbc.sql("update casefile.circumstance set content_class = :class where petition = :id")
                .param("id", id.value())
                .param("class", contentClass.orElse(null), java.sql.Types.VARCHAR)
                .update();
    }

    Optional<Letter> wholeLetter(PetitionId root) {
        return jdbc.sql("select title, content, demand from casefile.whole_letter where petition = :root")
                .param("root", root.value())
                .query((rs, row) -> new Letter(
                        rs.getString("title"),
                        rs.getString("content"),
                        rs.getString("demand"),
                        "",
                        Optional.empty(),
                        "",
                        Optional.empty(),
                        List.of()))
                .optional();
    }

    /** The letter and what was split from it, in order of their numbers. */
    List<PetitionId> family(PetitionId root, boolean sealedOnesToo) {
        return jdbc.sql("select p.id from " + FAMILY + " and (:sealed or not p.sealed) order by p.id")
                .param("root", root.value())
                .param("sealed", sealedOnesToo)
                .query((rs, row) -> new PetitionId(rs.getString("id")))
                .list();
    }

    boolean hasSealed(PetitionId root) {
        return exists(root, "p.sealed");
    }

    /** The class of every item is decided, and none is an accusation. */
    boolean isHarmless(PetitionId root) {
        return !exists(root, "(p.sealed or p.petition_class is null)");
    }

    private boolean exists(PetitionId root, String which) {
        return jdbc.sql("select exists (select 1 from " + FAMILY + " and " + which + ")")
                .param("root", root.value())
                .query(Boolean.class)
                .single();
    }
}
