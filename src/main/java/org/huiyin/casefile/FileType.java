package org.huiyin.casefile;

import org.huiyin.kernel.Labelled;

/** What the case file takes, told by the content; everything else is refused. */
public enum FileType implements Labelled {
    JPEG("JPEG 图片", "image/jpeg", "jpg", true),
    PNG("PNG 图片", "image/png", "png", true),
    GIF("GIF 图片", "image/gif", "gif", true),
    PDF("PDF 文档", "application/pdf", "pdf", true),
    OFD("OFD 版式文档", "application/ofd", "ofd", false),
    DOCX("Word 文档", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx", false),
    XLSX("Excel 表格", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", false),
    TXT("纯文本", "text/plain;charset=UTF-8", "txt", true),
    TXT_GB("纯文本（国标码）", "text/plain;charset=GB18030", "txt", true);

    private final String label;
    private final String mediaType;
    private final String extension;
    private final boolean shown;

    FileType(String label, String mediaType, String extension, boolean shown) {
        this.label = label;
        this.mediaType = mediaType;
        this.extension = extension;
        this.shown = shown;
    }

    @Override
    public String label() {
        return label;
    }

    public String mediaType() {
        return mediaType;
    }

    public String extension() {
        return extension;
    }

    /** Whether a browser can show it by itself; what it cannot is saved. */
    public boolean shown() {
        return shown;
    }

    public boolean isImage() {
        return mediaType.startsWith("image/");
    }
}
