package org.huiyin.simplified;

import org.huiyin.engine.DecisionRow;
import org.huiyin.kernel.Procedure;

/**
 * What the table {@code simplifiedEligibility} says of a matter.
 *
 * @param row id of the row that fired
 * @param excluded by law; nobody may choose the simplified procedure
 * @param explained whoever chooses the simplified procedure all the same says why
 */
public record Proposal(
        Procedure procedure, String row, String reason, String basis, boolean excluded, boolean explained) {
    static Proposal of(DecisionRow row) {
        return new Proposal(
                Procedure.valueOf(row.text("procedure")),
                row.rule(),
                row.text("reason"),
                row.text("basis"),
                row.flag("excluded"),
                row.flag("explained"));
    }

    public boolean isForSimplified() {
        return procedure == Procedure.SIMPLIFIED;
    }

    /** For the officer who decides: what is proposed, why, and by which row. */
    public String words() {
        String what = excluded ? "不得适用简易程序" : "建议适用" + procedure.label();
        return what + "：" + reason + "。（依据" + basis + "；规则 " + row + "）";
    }
}
