package org.huiyin.notice;

import org.huiyin.kernel.Labelled;

/** How a paper goes out. */
public enum DeliveryMethod implements Labelled {
    IN_PERSON("当面"),
    POST("邮寄"),
    ELECTRONIC("网络或短信"),
    PUBLISHED("公布于查询码下"),
    NOT_DUE("依法无须告知");

    private final String label;

    DeliveryMethod(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
