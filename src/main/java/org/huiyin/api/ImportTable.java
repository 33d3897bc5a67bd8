package org.huiyin.api;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** api.import and api.rejected_row. */
@Repository
class ImportTable {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    ImportTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    record ImportRow(
            String id,
            OrganId organ,
            OfficerId importedBy,
            Instant importedAt,
            int accepted,
            int rejected,
            int duplicates,
            String header) {}

    /** Cells are ciphertext here. */
    record RejectedRow(int line, String cells, String reasons) {}

    void insert(ImportRow row, List<RejectedRow> rejected) {
        jdbc.sql("""
                        insert into api.import
                            (id, organ, imported_by, imported_at, accepted, rejected, duplicates, header)
                        values (:id, :organ, :by, :at, :accepted, :rejected, :duplicates, :header)""")
                .param("id", row.id())
                .param("organ", row.organ().value())
                .param("by", row.importedBy().value())
                .param("at", row.importedAt().atOffset(ZoneOffset.UTC))
                .param("accepted", row.accepted())
                .param("rejected", row.rejected())
                .param("duplicates", row.duplicates())
                .param("header", row.header())
                .update();
        batches.batchUpdate(
                "insert into api.rejected_row (import, line, cells, reasons) values (:import, :line, :cells, :reasons)",
                rejected.stream()
                        .map(bad -> new MapSqlParameterSource()
                                .addValue("import", row.id())
                                .addValue("line", bad.line())
                                .addValue("cells", bad.cells())
                                .addValue("reasons", bad.reasons()))
                        .toArray(SqlParameterSource[]::new));
    }

    Optional<ImportRow> find(String id) {
        return jdbc.sql("""
                        select id, organ, imported_by, imported_at, accepted, rejected, duplicates, header
                        from api.import where id = :id""").param("id", id).query(ImportTable::row).optional();
    }

    List<RejectedRow> rejected(String id) {
        return jdbc.sql("select line, cells, reasons from api.rejected_row where import = :id order by line")
                .param("id", id)
                .query((rs, row) -> new RejectedRow(rs.getInt("line"), rs.getString("cells"), rs.getString("reasons")))
                .list();
    }

    private static ImportRow row(ResultSet rs, int row) throws SQLException {
        return new ImportRow(
                rs.getString("id"),
                new OrganId(rs.getString("organ")),
                new OfficerId(rs.getString("imported_by")),
                rs.getObject("imported_at", OffsetDateTime.class).toInstant(),
                rs.getInt("accepted"),
                rs.getInt("rejected"),
                rs.getInt("duplicates"),
                rs.getString("header"));
    }
}
