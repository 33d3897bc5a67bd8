package org.huiyin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.unit.DataSize;

/**
 * Attachments of the case file: added, opened, withdrawn with a reason, never deleted (R52); each of it is in the journal.
 * Whether the one who asks may do it is decided by the caller, with {@link AttachmentRights}.
 */
@Service
public class Attachments {
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_REASON = 200;
    private static final int DIGEST_BYTES = 16;

    private final AttachmentTable attachments;
    private final LetterAttachments letters;
    private final FileTable files;
    private final CaseFile cases;
    private final Journal journal;
    private final DataCipher cipher;
    private final Clock clock;
    private final ObjectProvider<ScanAttachment> scanner;
    private final DataSize largest;
    private final int most;

    /** Content on its way out, piece by piece, outside of any transaction. */
    @FunctionalInterface
    public interface Content {
        void writeTo(OutputStream out) throws IOException;
    }

    /** What leaves, under a name of the file it was opened in, which is not always the one it lies in. */
    public record Opened(String name, Attachment attachment, Content content) {
        @Override
        public String toString() {
            return "Opened[" + name + "]";
        }
    }

    Attachments(
            AttachmentTable attachments,
            LetterAttachments letters,
            FileTable files,
            CaseFile cases,
            Journal journal,
            DataCipher cipher,
            Clock clock,
            ObjectProvider<ScanAttachment> scanner,
            @Value("${huiyin.attachments.largest:20MB}") DataSize largest,
            @Value("${huiyin.attachments.most:100}") int most) {
        this.attachments = attachments;
        this.letters = letters;
        this.files = files;
        this.cases = cases;
        this.journal = journal;
        this.cipher = cipher;
        this.clock = clock;
        this.scanner = scanner;
        this.largest = largest;
        this.most = most;
    }

    public long largest() {
        return largest.toBytes();
    }

    /** To be closed by the caller. No transaction is open while a slow line sends. */
    public IncomingFile receive(InputStream content) {
        return IncomingFile.receive(content, largest.toBytes());
    }

    @Article("21")
    @Transactional
    public Attachment add(PetitionId id, AttachmentKind kind, String fileName, IncomingFile file) {
        Petition petition = cases.lock(id);
        if (petition.state() == PetitionState.VOID) {
            throw FileCheck.wrong("这件登记已经作废，不能再加附件。");
        }
        int number = attachments.count(id) + 1;
        if (number > most) {
            throw FileCheck.wrong("这件信访件已有" + most + "个附件，不能再加；请把同类材料合并成一个 PDF。");
        }
        FileType type = file.type();
        byte[] sha256 = file.digest();
        store(sha256, file);
        ScanAttachment scan = scanner.getIfAvailable(() -> (petitionId, attachment) -> ScanState.NOT_SCANNED);
        Attachment added = new Attachment(
                id,
                number,
                kind,
                type,
                file.size(),
                Optional.of(name(fileName)),
                scan.begin(id, number),
                clock.instant(),
                Actor.current(),
                Optional.empty(),
                Optional.empty(),
                false);
        attachments.insert(added, name(fileName), sha256);
        journal.write(
                id,
                JournalKind.ATTACHMENT_ADDED,
                Map.of(
                        "attachment", String.valueOf(number),
                        "attachmentKind", kind.name(),
                        "fileType", type.name(),
                        "digest", digest(id, number, sha256)));
        return added;
    }

    /** Those that lie in this file; what a reader is shown is for {@link LetterAttachments#at} to say. */
    @Transactional(readOnly = true)
    public List<Attachment> of(PetitionId id) {
        return attachments.of(id);
    }

    /** Shows what names people: that it was opened, in which file and by whom, is in the journal. */
    @Transactional
    public Opened open(PetitionId id, String key) {
        Petition petition = cases.lock(id);
        FiledAttachment filed = letters.find(petition, key, Actor.current()).orElseThrow(() -> missing());
        Attachment attachment = filed.attachment();
        if (!attachment.opens()) {
            throw InvalidInput.of("attachment", "附件", whyClosed(attachment));
        }
        byte[] sha256 =
                attachments.sha256(attachment.petition(), attachment.number()).orElseThrow();
        journal.write(
                id,
                JournalKind.ATTACHMENT_VIEWED,
                Map.of(filed.isHere() ? "attachment" : "letterAttachment", String.valueOf(attachment.number())));
        return new Opened(
                id.value() + "-" + key + "." + attachment.type().extension(),
                attachment,
                out -> files.copy(sha256, out));
    }

    /** A wrong attachment stays where it is, marked, and can no longer be opened. */
    @Transactional
    public void withdraw(PetitionId id, int number, String reason) {
        Petition petition = cases.lock(id);
        Attachment attachment = letters.find(petition, String.valueOf(number), Actor.current())
                .orElseThrow(() -> missing())
                .attachment();
        if (attachment.withdrawnAt().isPresent()) {
            return;
        }
        String why = CleanText.of("reason", "作废原因", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "作废原因", "必须填写，会记入案卷。");
        }
        OfficerId by = Actor.current();
        attachments.withdraw(id, number, clock.instant(), by);
        journal.write(
                id, JournalKind.ATTACHMENT_WITHDRAWN, Map.of("attachment", String.valueOf(number)), Optional.of(why));
    }

    /** What a scanner outside of this JVM has found. */
    @Transactional
    public void scanned(PetitionId id, int number, ScanState found) {
        cases.lock(id);
        there(id, number);
        attachments.setScan(id, number, found);
        journal.write(
                id, JournalKind.ATTACHMENT_SCANNED, Map.of("attachment", String.valueOf(number), "scan", found.name()));
    }

    /** Erases content and name (PIPL 47); that there was an attachment, and what became of it, stays. */
    @Transactional
    public void erase(PetitionId id, int number) {
        cases.lock(id);
        there(id, number);
        attachments.sha256(id, number).ifPresent(sha256 -> {
            attachments.erase(id, number, clock.instant());
            files.removeUnlessUsed(sha256);
            journal.write(id, JournalKind.ATTACHMENT_ERASED, Map.of("attachment", String.valueOf(number)));
        });
    }

    /** Whether the content is still what the journal says was brought in. */
    @Transactional(readOnly = true)
    public boolean intact(PetitionId id, int number) {
        Optional<byte[]> sha256 = attachments.sha256(id, number);
        return sha256.isPresent()
                && files.isIntact(sha256.get())
                && journal.of(id).stream()
                        .filter(entry -> entry.kind() == JournalKind.ATTACHMENT_ADDED)
                        .map(JournalEntry::facts)
                        .anyMatch(facts -> String.valueOf(number).equals(facts.get("attachment"))
                                && digest(id, number, sha256.get()).equals(facts.get("digest")));
    }

    private void store(byte[] sha256, IncomingFile file) {
        try {
            files.store(sha256, file, clock.instant());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private Attachment there(PetitionId id, int number) {
        return attachments.find(id, number).orElseThrow(() -> missing());
    }

    private static InvalidInput missing() {
        return InvalidInput.of("attachment", "附件", "没有这个附件，请刷新后再试。");
    }

    private static String whyClosed(Attachment attachment) {
        if (attachment.erased()) {
            return "内容已依法清除。";
        }
        if (attachment.withdrawnAt().isPresent()) {
            return "已经作废，不能再打开。";
        }
        return attachment.scan() == ScanState.WAITING ? "正在查毒，请稍后再打开。" : "查出可疑内容，已封存，请联系管理员。";
    }

    /** Keyed, so that who has only the journal cannot try out what the content was. */
    private String digest(PetitionId id, int number, byte[] sha256) {
        byte[] keyed = cipher.fingerprint(
                "attachment/" + id.value() + "/" + number, HexFormat.of().formatHex(sha256));
        return HexFormat.of().formatHex(keyed, 0, DIGEST_BYTES);
    }

    /** As the browser gives it: without folders, and without what no eye can see. */
    private static String name(String raw) {
        String last = raw.substring(Math.max(raw.lastIndexOf('/'), raw.lastIndexOf('\\')) + 1);
        String clean = CleanText.of(last).replaceAll("[\\p{Cntrl}\\p{Cs}]", "");
        String name = clean.length() > LONGEST_NAME ? clean.substring(clean.length() - LONGEST_NAME) : clean;
        return name.isBlank() ? "未命名" : name;
    }
}
