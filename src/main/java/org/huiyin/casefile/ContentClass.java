package org.huiyin.casefile;

import java.util.List;

/** One class of content, by its way from the top of the list down: 城乡建设, 住房保障与房地产, 物业服务. */
public record ContentClass(String code, List<String> names) {
    private static final String BETWEEN = "/";

    /** The class by which duty lists say who is competent. */
    public String top() {
        return names.get(0);
    }

    public String path() {
        return String.join(BETWEEN, names);
    }
}
