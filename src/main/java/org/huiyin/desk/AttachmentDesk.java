package org.huiyin.desk;

import java.util.List;
import org.huiyin.casefile.AttachmentKind;
import org.huiyin.casefile.AttachmentRights;
import org.huiyin.casefile.Attachments;
import org.huiyin.casefile.FiledAttachment;
import org.huiyin.casefile.IncomingFile;
import org.huiyin.casefile.LetterAttachments;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What an officer does with the attachments beside his form. */
@Service
class AttachmentDesk {
    private final CaseAccess access;
    private final AttachmentRights rights;
    private final Attachments attachments;
    private final LetterAttachments letters;
    private final EngineGateway engine;

    /** What lies there, and what this reader may do with it. */
    record Listed(List<FiledAttachment> attachments, boolean mayAdd, boolean mayOpen) {}

    AttachmentDesk(
            CaseAccess access,
            AttachmentRights rights,
            Attachments attachments,
            LetterAttachments letters,
            EngineGateway engine) {
        this.access = access;
        this.rights = rights;
        this.attachments = attachments;
        this.letters = letters;
        this.engine = engine;
    }

    @Transactional(readOnly = true)
    Listed list(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        return new Listed(
                letters.at(petition, officer), rights.mayAdd(officer, petition), rights.mayOpen(officer, petition));
    }

    /** Asked before anything is read from the line. */
    @Transactional(readOnly = true)
    void requireMayAdd(OfficerId officer, PetitionId id) {
        if (!rights.mayAdd(officer, access.readable(officer, id))) {
            throw new NoRight("您没有为这件信访件上传或者作废附件的权限；请由登记、分流、承办人员办理。");
        }
    }

    @Transactional
    void add(OfficerId officer, PetitionId id, AttachmentKind kind, String name, IncomingFile file) {
        requireMayAdd(officer, id);
        engine.as(officer, () -> attachments.add(id, kind, name, file));
    }

    @Transactional
    Attachments.Opened open(OfficerId officer, PetitionId id, String key) {
        if (!rights.mayOpen(officer, access.readable(officer, id))) {
            throw new NoRight("附件含有信访人的个人信息，您没有查看的权限。");
        }
        return engine.as(officer, () -> attachments.open(id, key));
    }

    @Transactional
    void withdraw(OfficerId officer, PetitionId id, int number, String reason) {
        requireMayAdd(officer, id);
        engine.as(officer, () -> attachments.withdraw(id, number, reason));
    }
}
