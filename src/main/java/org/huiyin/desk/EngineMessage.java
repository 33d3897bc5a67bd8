package org.huiyin.desk;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One message of the engine as an officer should read it. */
final class EngineMessage {
    private static final Pattern OURS = Pattern.compile("[【《“\\p{IsHan}].*", Pattern.DOTALL);

    private EngineMessage() {}

    static String inChinese(String type, String message, int status) {
        Matcher ours = OURS.matcher(message);
        if (ours.find()) {
            return ours.group().replaceFirst("'+$", "");
        }
        if (isKnownToTasklist(message)) {
            return message;
        }
        if (message.contains("already claimed")) {
            return "这项待办已被他人领取，请刷新列表。";
        }
        if (type.contains("OptimisticLocking") || message.contains("OptimisticLocking")) {
            return "这件事项刚刚有人改动过，请刷新页面后再办。";
        }
        if (type.contains("Authorization") || status == 403) {
            return "您没有办理这一步的权限；如确需办理，请与本单位管理员联系。";
        }
        return status >= 500 ? "系统没有办成这一步，填写的内容仍在页面上，请稍后再试；仍然不行，请联系管理员。" : message;
    }

    /** Tasklist looks for these words and says something of its own. */
    private static boolean isKnownToTasklist(String message) {
        return message.contains("task is null") || message.contains("No matching task");
    }
}
