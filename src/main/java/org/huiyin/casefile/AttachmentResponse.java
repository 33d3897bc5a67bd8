package org.huiyin.casefile;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;

/**
 * How an attachment leaves: as what its content is, under a name that tells nothing, and so that nothing in it can run. The
 * headers are set, not added: a second policy beside that of the webapps would only be narrower than both.
 */
public final class AttachmentResponse {
    private static final String NOTHING_RUNS =
            "default-src 'none'; img-src 'self' data:; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'";
    /** The browser's own viewer refuses to work in a sandbox; what is served as PDF is never anything else. */
    private static final String VIEWER = NOTHING_RUNS + "; object-src 'self'";

    private AttachmentResponse() {}

    public static void send(Attachments.Opened opened, HttpServletResponse response) throws IOException {
        Attachment attachment = opened.attachment();
        FileType type = attachment.type();
        response.setContentType(type.mediaType());
        response.setContentLengthLong(attachment.size());
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                (type.shown() ? ContentDisposition.inline() : ContentDisposition.attachment())
                        .filename(opened.name())
                        .build()
                        .toString());
        response.setHeader("Content-Security-Policy", type == FileType.PDF ? VIEWER : NOTHING_RUNS + "; sandbox");
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        opened.content().writeTo(response.getOutputStream());
    }
}
