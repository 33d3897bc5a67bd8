package org.huiyin.casefile;

import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.letter_attachment and casefile.item_attachment. */
@Repository
class LetterAttachmentTable {
    private final JdbcClient jdbc;
    private final AttachmentTable attachments;

    LetterAttachmentTable(JdbcClient jdbc, AttachmentTable attachments) {
        this.jdbc = jdbc;
        this.attachments = attachments;
    }

    /** All that lies in the file now came with the letter. */
    void keep(PetitionId split, PetitionId root) {
        jdbc.sql("""
                        insert into casefile.letter_attachment (petition, number, root)
                        select petition, number, :root from casefile.attachment where petition = :split order by number
                        on conflict do nothing""").param("split", split.value()).param("root", root.value()).update();
    }

    void give(Collection<Long> ids, PetitionId item, OfficerId by, Instant now) {
        jdbc.sql("""
                        insert into casefile.item_attachment (letter_attachment, item, given_by, given_at)
                        select unnest(:ids::bigint[]), :item, :by, :now on conflict do nothing""")
                .param("ids", ids.toArray(Long[]::new))
                .param("item", item.value())
                .param("by", by.value())
                .param("now", PetitionTable.at(now))
                .update();
    }

    List<LetterAttachment> of(PetitionId root) {
        return jdbc.sql("select " + AttachmentTable.COLUMNS + """
                        , l.id, array(select i.item from casefile.item_attachment i where i.letter_attachment = l.id) as items
                        from casefile.letter_attachment l join casefile.attachment using (petition, number)
                        where l.root = :root order by l.id""")
                .param("root", root.value())
                .query((rs, row) -> new LetterAttachment(
                        rs.getLong("id"),
                        attachments.attachment(rs, row),
                        Arrays.stream((String[]) rs.getArray("items").getArray())
                                .map(PetitionId::new)
                                .collect(Collectors.toSet())))
                .list();
    }
}
