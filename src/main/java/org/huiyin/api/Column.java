package org.huiyin.api;

import java.util.Arrays;
import java.util.Optional;
import org.huiyin.kernel.Labelled;

/** The columns of an import file, by their English or Chinese name. */
enum Column implements Labelled {
    TITLE("title", "标题"),
    CONTENT("content", "内容"),
    CHANNEL("channel", "信访形式"),
    RECEIVED_AT("receivedAt", "收到时间"),
    PETITIONER_NAME("petitionerName", "姓名"),
    PHONE("phone", "电话"),
    ADDRESS("address", "住址"),
    PLACE("place", "问题属地"),
    SUBJECT("subject", "内容分类"),
    SOURCE_REF("sourceRef", "来源编号");

    private final String field;
    private final String label;

    Column(String field, String label) {
        this.field = field;
        this.label = label;
    }

    String field() {
        return field;
    }

    @Override
    public String label() {
        return label;
    }

    static Optional<Column> named(String name) {
        return Arrays.stream(values())
                .filter(column -> column.field.equalsIgnoreCase(name) || column.label.equals(name))
                .findFirst();
    }

    static Optional<Column> ofField(String field) {
        return Arrays.stream(values())
                .filter(column -> column.field.equals(field))
                .findFirst();
    }
}
