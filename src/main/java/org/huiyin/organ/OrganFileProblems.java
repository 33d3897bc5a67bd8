package org.huiyin.organ;

import java.util.ArrayList;
import java.util.List;

/** Everything wrong with an organ file, so that its author mends it in one go. */
final class OrganFileProblems {
    private static final int SHOWN = 30;

    private final List<String> found = new ArrayList<>();

    /** A line of 0 means a row that is stored already and not in the file. */
    void add(int line, String column, String message) {
        found.add((line > 0 ? "第" + line + "行" : "已入库的数据") + (column.isEmpty() ? "：" : "【" + column + "】") + message);
    }

    void refuseIfAny(String file) {
        if (found.isEmpty()) {
            return;
        }
        List<String> lines = new ArrayList<>(found.subList(0, Math.min(SHOWN, found.size())));
        if (found.size() > SHOWN) {
            lines.add("……共 " + found.size() + " 处");
        }
        throw new InvalidOrganFile(
                "机构文件 " + file + " 有误，未作任何更改 (organ file refused, nothing changed):\n  " + String.join("\n  ", lines));
    }
}
