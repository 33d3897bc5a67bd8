package org.huiyin.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Papers, their counters and their way to the addressee. */
@Repository
class PaperTable {
    private static final String COLUMNS = """
            select id, petition, kind, number, organ, title, issued_at, issued_by, delivery_method, sent_on,
                receipt_kind, received_on
            from notice.paper
            """;

    private final JdbcClient jdbc;

    PaperTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The next number; the counter stays locked until this paper is committed or its number is given back. */
    int nextSerial(OrganId organ, PaperKind kind, int year) {
        return jdbc.sql("""
                        insert into notice.counter as c (organ, kind, year, last)
                        values (:organ, :kind, :year, 1)
                        on conflict (organ, kind, year) do update set last = c.last + 1
                        returning last""")
                .param("organ", organ.value())
                .param("kind", kind.name())
                .param("year", year)
                .query(Integer.class)
                .single();
    }

    Paper insert(PetitionId petition, PaperNumber number, OrganId organ, OfficerId by, Instant at, String html) {
        return jdbc.sql("""
                        with issued as (
                            insert into notice.paper
                                (petition, kind, organ, year, serial, number, title, issued_at, issued_by)
                            values (:petition, :kind, :organ, :year, :serial, :number, :title, :at, :by)
                            returning id, petition, kind, number, organ, title, issued_at, issued_by, delivery_method,
                                sent_on, receipt_kind, received_on),
                        text as (
                            insert into notice.paper_text (paper, html) select id, :html from issued)
                        select id, petition, kind, number, organ, title, issued_at, issued_by, delivery_method, sent_on,
                            receipt_kind, received_on
                        from issued""")
                .param("petition", petition.value())
                .param("kind", number.kind().name())
                .param("organ", organ.value())
                .param("year", number.year())
                .param("serial", number.serial())
                .param("number", number.text())
                .param("title", number.kind().label())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by.value())
                .param("html", html)
                .query(PaperTable::paper)
                .single();
    }

    void sent(PaperId id, DeliveryMethod method, LocalDate on) {
        jdbc.sql("update notice.paper set delivery_method = :method, sent_on = :on where id = :id")
                .param("id", id.value())
                .param("method", method.name())
                .param("on", on)
                .update();
    }

    void received(PaperId id, ReceiptKind kind, LocalDate on) {
        jdbc.sql("update notice.paper set receipt_kind = :kind, received_on = :on where id = :id")
                .param("id", id.value())
                .param("kind", kind.name())
                .param("on", on)
                .update();
    }

    List<Paper> of(PetitionId petition) {
        return jdbc.sql(COLUMNS + "where petition = :petition order by id")
                .param("petition", petition.value())
                .query(PaperTable::paper)
                .list();
    }

    Optional<Paper> latest(PetitionId petition, PaperKind kind) {
        return jdbc.sql(COLUMNS + "where petition = :petition and kind = :kind order by id desc limit 1")
                .param("petition", petition.value())
                .param("kind", kind.name())
                .query(PaperTable::paper)
                .optional();
    }

    Optional<Paper> find(PaperId id) {
        return jdbc.sql(COLUMNS + "where id = :id")
                .param("id", id.value())
                .query(PaperTable::paper)
                .optional();
    }

    Optional<String> html(PaperId id) {
        return jdbc.sql("select html from notice.paper_text where paper = :id")
                .param("id", id.value())
                .query(String.class)
                .optional();
    }

    private static Paper paper(ResultSet rs, int row) throws SQLException {
        return new Paper(
                new PaperId(rs.getLong("id")),
                new PetitionId(rs.getString("petition")),
                PaperKind.valueOf(rs.getString("kind")),
                rs.getString("number"),
                new OrganId(rs.getString("organ")),
                rs.getString("title"),
                rs.getObject("issued_at", OffsetDateTime.class).toInstant(),
                new OfficerId(rs.getString("issued_by")),
                Optional.ofNullable(rs.getString("delivery_method")).map(DeliveryMethod::valueOf),
                Optional.ofNullable(rs.getObject("sent_on", LocalDate.class)),
                Optional.ofNullable(rs.getString("receipt_kind")).map(ReceiptKind::valueOf),
                Optional.ofNullable(rs.getObject("received_on", LocalDate.class)));
    }
}
