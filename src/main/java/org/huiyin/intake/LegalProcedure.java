package org.huiyin.intake;

import org.huiyin.engine.DecisionRow;

/**
 * 法定途径: a procedure outside petition work, as a row of {@code legalProcedure.dmn}.
 *
 * @param id of the row
 * @param term by when it is to be begun; empty when the law sets no term
 */
record LegalProcedure(String id, String name, String body, String term, String law, String materials) {
    static LegalProcedure of(DecisionRow row) {
        return new LegalProcedure(
                row.rule(),
                row.text("procedureName"),
                row.text("procedureBody"),
                row.maybeText("procedureTerm").orElse(""),
                row.text("procedureLaw"),
                row.text("procedureMaterials"));
    }

    /** As one of the choices of the form. */
    String line() {
        return name + "：向" + body + "提出" + (term.isEmpty() ? "" : "，期限为" + term) + "（" + law + "）";
    }
}
