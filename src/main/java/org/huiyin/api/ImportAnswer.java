package org.huiyin.api;

import java.util.List;
import java.util.Optional;

/** What became of each row of a file. A dry run has no id and gives no numbers. */
record ImportAnswer(Optional<String> id, boolean dryRun, int accepted, int rejected, int duplicates, List<Line> rows) {
    record Line(int line, Optional<String> number, Optional<String> queryCode, boolean duplicate, List<Wrong> errors) {
        @Override
        public String toString() {
            return "Line[" + line + "]";
        }
    }

    record Wrong(String column, String reason) {}
}
