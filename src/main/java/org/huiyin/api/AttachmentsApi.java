package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.casefile.Attachment;
import org.huiyin.casefile.AttachmentKind;
import org.huiyin.casefile.AttachmentResponse;
import org.huiyin.casefile.AttachmentRights;
import org.huiyin.casefile.Attachments;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.FiledAttachment;
import org.huiyin.casefile.IncomingFile;
import org.huiyin.casefile.LetterAttachments;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Attachments of a petition, under the same rights as in Tasklist. */
@RestController
@RequestMapping("/api/v1/petitions/{number}/attachments")
@Tag(name = "附件")
class AttachmentsApi {
    private final CaseFile cases;
    private final CaseRights rights;
    private final AttachmentRights attachmentRights;
    private final Attachments attachments;
    private final LetterAttachments letters;

    /**
     * {@code fileName} is personal data: only for those who may open the file.
     *
     * @param key by which it is opened in this file
     * @param from where it came from, for what had come with a letter that was split
     */
    record Line(
            String key,
            int attachment,
            String kind,
            String fileType,
            long size,
            Optional<String> fileName,
            String scan,
            OffsetDateTime addedAt,
            String addedBy,
            boolean withdrawn,
            boolean erased,
            Optional<String> from) {
        static Line of(FiledAttachment filed, boolean mayOpen) {
            Attachment attachment = filed.attachment();
            return new Line(
                    filed.key(),
                    attachment.number(),
                    attachment.kind().name(),
                    attachment.type().name(),
                    attachment.size(),
                    attachment.name().filter(name -> mayOpen),
                    attachment.scan().name(),
                    Times.beijing(attachment.addedAt()),
                    attachment.addedBy().value(),
                    attachment.withdrawnAt().isPresent(),
                    attachment.erased(),
                    Optional.of(filed.cameFrom()).filter(from -> !from.isEmpty()));
        }
    }

    AttachmentsApi(
            CaseFile cases,
            CaseRights rights,
            AttachmentRights attachmentRights,
            Attachments attachments,
            LetterAttachments letters) {
        this.cases = cases;
        this.rights = rights;
        this.attachmentRights = attachmentRights;
        this.attachments = attachments;
        this.letters = letters;
    }

    @GetMapping
    @Operation(summary = "附件列表", description = "已作废的、分拆前随来信收到的（from）也在其中；文件名只对可以打开附件的人显示。")
    List<Line> list(@PathVariable String number) {
        Petition petition = readable(number);
        boolean mayOpen = attachmentRights.mayOpen(Actor.current(), petition);
        return letters.at(petition, Actor.current()).stream()
                .map(attachment -> Line.of(attachment, mayOpen))
                .toList();
    }

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "上传附件",
            description =
                    "multipart 的 file 字段；kind 取 SCAN、PETITIONER_MATERIAL、HANDLING_MATERIAL、RECEIPT、OTHER。按内容判断格式。")
    ResponseEntity<Line> add(
            @PathVariable String number,
            @RequestPart("file") MultipartFile file,
            @RequestParam(required = false) @Nullable String kind)
            throws IOException {
        Petition petition = readable(number);
        if (!attachmentRights.mayAdd(Actor.current(), petition)) {
            throw new RightMissing(Right.ATTACH);
        }
        AttachmentKind known = kind(kind);
        String name = Optional.ofNullable(file.getOriginalFilename()).orElse("");
        try (InputStream content = file.getInputStream();
                IncomingFile incoming = attachments.receive(content)) {
            Attachment added = attachments.add(petition.id(), known, name, incoming);
            return ResponseEntity.created(
                            URI.create("/api/v1/petitions/" + petition.id().value() + "/attachments/" + added.number()))
                    .body(Line.of(FiledAttachment.own(added), true));
        }
    }

    @GetMapping("/{attachment:\\d{1,6}|letter-\\d{1,18}}")
    @Operation(summary = "附件内容", description = "attachment 是列表中的 key；每次打开都记入办理流水。")
    void open(@PathVariable String number, @PathVariable String attachment, HttpServletResponse response)
            throws IOException {
        Petition petition = readable(number);
        if (!attachmentRights.mayOpen(Actor.current(), petition)) {
            throw new RightMissing(Right.UNMASK);
        }
        if (letters.find(petition, attachment, Actor.current()).isEmpty()) {
            throw new NotFound("没有这个附件，请核对编号。");
        }
        AttachmentResponse.send(attachments.open(petition.id(), attachment), response);
    }

    private Petition readable(String number) {
        PetitionId id = Numbers.of(number);
        Petition petition = cases.get(id);
        rights.require(Right.VIEW_CASE, petition);
        return petition;
    }

    private static AttachmentKind kind(@Nullable String raw) {
        return raw == null
                ? AttachmentKind.OTHER
                : Stream.of(AttachmentKind.values())
                        .filter(kind -> kind.name().equals(raw))
                        .findFirst()
                        .orElseThrow(() -> InvalidInput.of("kind", "附件类别", "没有这个类别，请对照接口文档检查。"));
    }
}
