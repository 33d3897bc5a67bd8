package org.huiyin.casefile;

import java.time.Instant;
import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;

/**
 * An entry in the list of attachments; the number counts within its petition.
 *
 * @param name what the file was called when it came; gone with its content
 */
public record Attachment(
        PetitionId petition,
        int number,
        AttachmentKind kind,
        FileType type,
        long size,
        Optional<String> name,
        ScanState scan,
        Instant addedAt,
        OfficerId addedBy,
        Optional<Instant> withdrawnAt,
        Optional<OfficerId> withdrawnBy,
        boolean erased) {
    public boolean opens() {
        return !erased && withdrawnAt.isEmpty() && scan.opens();
    }

    @Override
    public String toString() {
        return "Attachment[" + petition + "/" + number + "]";
    }
}
