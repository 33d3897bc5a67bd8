package org.huiyin.handling;

import org.huiyin.kernel.Article;

/** What an opinion must say: the demands one by one, the facts, the opinion on each, and its basis. */
@Article("32")
public record OpinionText(String demands, String findings, OpinionOutcome outcome, String opinion, String legalBasis) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "OpinionText[" + outcome + "]";
    }
}
