package org.huiyin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** casefile.file and its pieces: each content once, whoever brought it. */
@Repository
class FileTable {
    static final int PIECE = 512 * 1024;

    private final JdbcClient jdbc;

    FileTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Held to the end of the transaction, so that it is not erased while somebody refers to it anew. */
    void store(byte[] sha256, IncomingFile file, Instant now) throws IOException {
        if (isNew(sha256, file.size(), now)) {
            try (InputStream content = file.open()) {
                int position = 0;
                for (byte[] piece = content.readNBytes(PIECE); piece.length > 0; piece = content.readNBytes(PIECE)) {
                    insert(sha256, position++, piece);
                }
            }
        } else if (!isHeld(sha256)) {
            store(sha256, file, now);
        }
    }

    private boolean isNew(byte[] sha256, long size, Instant now) {
        return jdbc.sql("""
                        insert into casefile.file (sha256, size, stored_at) values (:sha256, :size, :now)
                        on conflict do nothing""")
                        .param("sha256", sha256)
                        .param("size", size)
                        .param("now", PetitionTable.at(now))
                        .update()
                == 1;
    }

    private boolean isHeld(byte[] sha256) {
        return jdbc.sql("select size from casefile.file where sha256 = :sha256 for key share")
                .param("sha256", sha256)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    private void insert(byte[] sha256, int position, byte[] content) {
        jdbc.sql("insert into casefile.file_piece (sha256, position, content) values (:sha256, :position, :content)")
                .param("sha256", sha256)
                .param("position", position)
                .param("content", content)
                .update();
    }

    void copy(byte[] sha256, OutputStream out) throws IOException {
        int position = 0;
        for (Optional<byte[]> piece = piece(sha256, position); piece.isPresent(); piece = piece(sha256, ++position)) {
            out.write(piece.get());
        }
    }

    boolean isIntact(byte[] sha256) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            copy(sha256, new DigestOutputStream(OutputStream.nullOutputStream(), digest));
            return Arrays.equals(digest.digest(), sha256);
        } catch (NoSuchAlgorithmException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Optional<byte[]> piece(byte[] sha256, int position) {
        return jdbc.sql("select content from casefile.file_piece where sha256 = :sha256 and position = :position")
                .param("sha256", sha256)
                .param("position", position)
                .query(byte[].class)
                .optional();
    }

    void removeUnlessUsed(byte[] sha256) {
        jdbc.sql("""
                        delete from casefile.file f where f.sha256 = :sha256
                            and not exists (select 1 from casefile.attachment a where a.sha256 = f.sha256)""").param("sha256", sha256).update();
    }
}
