package org.huiyin.desk;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.huiyin.casefile.Attachment;
import org.huiyin.casefile.AttachmentKind;
import org.huiyin.casefile.AttachmentResponse;
import org.huiyin.casefile.Attachments;
import org.huiyin.casefile.FileSize;
import org.huiyin.casefile.FiledAttachment;
import org.huiyin.casefile.IncomingFile;
import org.huiyin.desk.CaseDeskPages.Reason;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Attachments under the login of the webapps. A file comes as the bare body, so that nothing of it is read before it is known
 * who sends it; its name stands in a header, because an address is logged and a header is not.
 */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}/attachments")
class AttachmentPages {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);

    private final WebappLogin login;
    private final AttachmentDesk desk;
    private final Attachments attachments;
    private final Organs organs;

    record Choice(String value, String label) {}

    /** @param from where it came from, for what had come with a letter that was split */
    record Line(
            String key,
            int number,
            String kind,
            String name,
            String type,
            String size,
            String added,
            String state,
            String from,
            boolean opens,
            boolean withdraws,
            boolean isImage) {}

    record Page(boolean mayAdd, boolean mayOpen, long largest, String limit, List<Choice> kinds, List<Line> lines) {}

    AttachmentPages(WebappLogin login, AttachmentDesk desk, Attachments attachments, Organs organs) {
        this.login = login;
        this.desk = desk;
        this.attachments = attachments;
        this.organs = organs;
    }

    @GetMapping
    ResponseEntity<Page> list(@PathVariable String number) {
        return page(login.officer(), CaseDeskPages.petition(number));
    }

    @PostMapping
    ResponseEntity<Page> add(
            @PathVariable String number,
            @RequestHeader(name = "X-File-Name", required = false) @Nullable String name,
            @RequestHeader(name = "X-Attachment-Kind", required = false) @Nullable String kind,
            HttpServletRequest request)
            throws IOException {
        OfficerId officer = login.officer();
        PetitionId petition = CaseDeskPages.petition(number);
        desk.requireMayAdd(officer, petition);
        AttachmentKind known = kind(kind);
        try (IncomingFile file = attachments.receive(request.getInputStream())) {
            desk.add(officer, petition, known, decoded(name), file);
        }
        return page(officer, petition);
    }

    @GetMapping("/{attachment:\\d{1,6}|letter-\\d{1,18}}")
    void open(@PathVariable String number, @PathVariable String attachment, HttpServletResponse response)
            throws IOException {
        AttachmentResponse.send(desk.open(login.officer(), CaseDeskPages.petition(number), attachment), response);
    }

    @PostMapping("/{attachment:\\d{1,6}}/withdrawal")
    ResponseEntity<Page> withdraw(
            @PathVariable String number, @PathVariable int attachment, @RequestBody Reason reason) {
        OfficerId officer = login.officer();
        PetitionId petition = CaseDeskPages.petition(number);
        desk.withdraw(officer, petition, attachment, reason.text());
        return page(officer, petition);
    }

    private ResponseEntity<Page> page(OfficerId officer, PetitionId petition) {
        AttachmentDesk.Listed listed = desk.list(officer, petition);
        Page page = new Page(
                listed.mayAdd(),
                listed.mayOpen(),
                attachments.largest(),
                FileSize.inWords(attachments.largest()),
                Stream.of(AttachmentKind.values())
                        .map(kind -> new Choice(kind.name(), kind.label()))
                        .toList(),
                listed.attachments().stream()
                        .map(filed -> line(filed, listed.mayOpen(), listed.mayAdd()))
                        .toList());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(page);
    }

    /** The name of a file may name a person: it is shown to those who may open it. */
    private Line line(FiledAttachment filed, boolean mayOpen, boolean mayWithdraw) {
        Attachment attachment = filed.attachment();
        return new Line(
                filed.key(),
                attachment.number(),
                attachment.kind().label(),
                mayOpen ? attachment.name().orElse("") : "",
                attachment.type().label(),
                FileSize.inWords(attachment.size()),
                MINUTE.format(attachment.addedAt().atZone(EngineClock.BEIJING)) + " " + name(attachment.addedBy()),
                state(attachment),
                filed.cameFrom(),
                mayOpen && attachment.opens(),
                mayWithdraw && filed.isHere() && attachment.opens(),
                attachment.type().isImage());
    }

    private String state(Attachment attachment) {
        if (attachment.erased()) {
            return "内容已依法清除";
        }
        return attachment
                .withdrawnBy()
                .map(by -> "已作废（" + name(by) + "）")
                .orElse(attachment.scan().label());
    }

    private String name(OfficerId officer) {
        return organs.findOfficer(officer).map(Officer::name).orElse(officer.value());
    }

    private static AttachmentKind kind(@Nullable String raw) {
        return Stream.of(AttachmentKind.values())
                .filter(kind -> kind.name().equals(raw))
                .findFirst()
                .orElseThrow(() -> InvalidInput.of("kind", "附件类别", "请从列表中选择。"));
    }

    private static String decoded(@Nullable String name) {
        try {
            return name == null ? "" : URLDecoder.decode(name, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException notEncoded) {
            return "";
        }
    }
}
