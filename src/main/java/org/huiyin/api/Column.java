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
    SOURCE_REF("sourceRef", "来源编号"),
    SOURCE("source", "来源"),
    REGION("region", "区划"),
    TOPICS("topics", "重点专题"),
    VISITOR_COUNT("visitorCount", "信访人数"),
    AFFECTED_COUNT("affectedCount", "涉及人数"),
    PETITIONER_KIND("petitionerKind", "信访人类别"),
    CREDIT_CODE("creditCode", "统一社会信用代码", "enterprise.creditCode"),
    ENTERPRISE_SIZE("enterpriseSize", "企业规模", "enterprise.size"),
    CO_PETITIONERS("coPetitioners", "共同信访人"),
    PROXY_NAME("proxyName", "代理人姓名", "proxy.name"),
    PROXY_PHONE("proxyPhone", "代理人电话", "proxy.phone"),
    PROXY_RELATION("proxyRelation", "代理人关系", "proxy.relation"),
    PROXY_AUTHORITY("proxyAuthority", "代理人授权", "proxy.authority"),
    DEPUTY_NAME("deputyName", "代表委员姓名", "deputy.name"),
    PROCEEDINGS("proceedings", "已经进入的程序"),
    ACCUSED("accused", "被反映人");

    private final String field;
    private final String label;
    /** Where the interface has the same fact. */
    private final String path;

    Column(String field, String label) {
        this(field, label, field);
    }

    Column(String field, String label, String path) {
        this.field = field;
        this.label = label;
        this.path = path;
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
                .filter(column -> column.field.equals(field) || column.path.equals(field))
                .findFirst();
    }
}
