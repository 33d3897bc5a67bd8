package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.attachment; the names of files are ciphertext. */
@Repository
class AttachmentTable {
    static final String COLUMNS = """
            petition, number, kind, file_type, size, name, scan, added_at, added_by, withdrawn_at, withdrawn_by, erased_at
            """;
    private static final String SELECT = "select " + COLUMNS + "from casefile.attachment where petition = :petition ";

    private final JdbcClient jdbc;
    private final DataCipher cipher;

    AttachmentTable(JdbcClient jdbc, DataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    int count(PetitionId id) {
        return jdbc.sql("select count(*) from casefile.attachment where petition = :petition")
                .param("petition", id.value())
                .query(Integer.class)
                .single();
    }

    void insert(Attachment attachment, String name, byte[] sha256) {
        jdbc.sql("""
                        insert into casefile.attachment
                            (petition, number, kind, file_type, size, name, sha256, scan, added_at, added_by)
                        values (:petition, :number, :kind, :type, :size, :name, :sha256, :scan, :addedAt, :addedBy)""")
                .param("petition", attachment.petition().value())
                .param("number", attachment.number())
                .param("kind", attachment.kind().name())
                .param("type", attachment.type().name())
                .param("size", attachment.size())
                .param("name", cipher.encrypt(name, place(attachment.petition().value(), attachment.number())))
                .param("sha256", sha256)
                .param("scan", attachment.scan().name())
                .param("addedAt", PetitionTable.at(attachment.addedAt()))
                .param("addedBy", attachment.addedBy().value())
                .update();
    }

    List<Attachment> of(PetitionId id) {
        return jdbc.sql(SELECT + "order by number")
                .param("petition", id.value())
                .query(this::attachment)
                .list();
    }

    Optional<Attachment> find(PetitionId id, int number) {
        return jdbc.sql(SELECT + "and number = :number")
                .param("petition", id.value())
                .param("number", number)
                .query(this::attachment)
                .optional();
    }

    Optional<byte[]> sha256(PetitionId id, int number) {
        return jdbc.sql("""
                        select sha256 from casefile.attachment
                        where petition = :petition and number = :number and sha256 is not null""")
                .param("petition", id.value())
                .param("number", number)
                .query(byte[].class)
                .optional();
    }

    void withdraw(PetitionId id, int number, Instant now, OfficerId by) {
        jdbc.sql("""
                        update casefile.attachment set withdrawn_at = :now, withdrawn_by = :by
                        where petition = :petition and number = :number""")
                .param("petition", id.value())
                .param("number", number)
                .param("now", PetitionTable.at(now))
                .param("by", by.value())
                .update();
    }

    void setScan(PetitionId id, int number, ScanState found) {
        jdbc.sql("update casefile.attachment set scan = :scan where petition = :petition and number = :number")
                .param("petition", id.value())
                .param("number", number)
                .param("scan", found.name())
                .update();
    }

    void erase(PetitionId id, int number, Instant now) {
        jdbc.sql("""
                        update casefile.attachment set name = null, sha256 = null, erased_at = :now
                        where petition = :petition and number = :number""")
                .param("petition", id.value())
                .param("number", number)
                .param("now", PetitionTable.at(now))
                .update();
    }

    private static String place(String petition, int number) {
        return "casefile.attachment/" + petition + "/" + number;
    }

    Attachment attachment(ResultSet rs, int row) throws SQLException {
        String petition = rs.getString("petition");
        int number = rs.getInt("number");
        return new Attachment(
                new PetitionId(petition),
                number,
                AttachmentKind.valueOf(rs.getString("kind")),
                FileType.valueOf(rs.getString("file_type")),
                rs.getLong("size"),
                Optional.ofNullable(rs.getBytes("name")).map(name -> cipher.decrypt(name, place(petition, number))),
                ScanState.valueOf(rs.getString("scan")),
                PetitionTable.instant(rs, "added_at"),
                new OfficerId(rs.getString("added_by")),
                Optional.ofNullable(rs.getObject("withdrawn_at", OffsetDateTime.class))
                        .map(OffsetDateTime::toInstant),
                Optional.ofNullable(rs.getString("withdrawn_by")).map(OfficerId::new),
                rs.getObject("erased_at", OffsetDateTime.class) != null);
    }
}
