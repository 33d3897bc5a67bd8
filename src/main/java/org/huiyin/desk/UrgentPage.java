package org.huiyin.desk;

import java.util.List;

/**
 * 重大紧急 as the panel shows it; empty strings are not shown.
 *
 * @param state empty when the matter was never marked
 */
record UrgentPage(
        String number,
        boolean mayFlag,
        boolean mayWithdraw,
        boolean flagged,
        String state,
        List<Fact> facts,
        List<ReceiptLine> receipts,
        List<Choice> kinds,
        List<Choice> levels) {
    record Fact(String label, String text) {}

    /** @param mayEnter the addressee is outside of the system, and the reader enters its receipt */
    record ReceiptLine(int position, String addressee, String duty, String receipt, boolean mayEnter) {}

    record Choice(String value, String label) {}

    @Override
    public String toString() {
        return "UrgentPage[" + number + "]";
    }
}
