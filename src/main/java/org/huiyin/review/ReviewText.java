package org.huiyin.review;

/** What a review opinion says. */
public record ReviewText(ReviewOutcome outcome, String findings, String opinion, String legalBasis) {
    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "ReviewText[" + outcome + "]";
    }
}
