package org.huiyin.intake;

import java.util.Locale;
import org.huiyin.kernel.Labelled;

/** 征兆: what a word of a letter may be a sign of. The words and their weights are rows of {@code wordMarks.dmn}. */
enum Mark implements Labelled {
    ACCUSATION("反映公职人员违纪违法"),
    SUGGESTION("提出建议"),
    GRIEVANCE("为本人提出请求"),
    LITIGATION("涉法涉诉"),
    ARBITRATION("可以仲裁"),
    PARTY_APPEAL("对党纪处分不服"),
    ADMINISTRATIVE("涉及行政决定或者行政程序"),
    DUTY("请求查处或者履行保护职责"),
    ENQUIRY("咨询"),
    THANKS("感谢"),
    /** Standing before a word it says that the thing is not so, or not yet so. */
    NEGATION("否定或者尚未发生"),
    /** Looks like a negation and is none. */
    NOT_NEGATION("看似否定");

    private final String label;

    Mark(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }

    /** partyAppeal: the name of its input in the tables. */
    String fact() {
        StringBuilder name = new StringBuilder();
        for (String part : name().toLowerCase(Locale.ROOT).split("_", -1)) {
            name.append(name.isEmpty() ? part : Character.toUpperCase(part.charAt(0)) + part.substring(1));
        }
        return name.toString();
    }

    /** Not a sign itself, but tells whether a word before which it stands is one. */
    boolean isAboutNegation() {
        return this == NEGATION || this == NOT_NEGATION;
    }
}
