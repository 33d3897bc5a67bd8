package org.huiyin.ledger;

import org.jspecify.annotations.Nullable;

/** Which matters somebody asks the ledger for, as he wrote it; comes in a body, for words looked for stand in no address. */
public record LedgerRequest(
        @Nullable String organ,
        @Nullable String state,
        @Nullable String lamp,
        @Nullable String petitionClass,
        @Nullable String channel,
        @Nullable String source,
        @Nullable String enterprise,
        @Nullable String topic,
        @Nullable String region,
        @Nullable String urgent,
        @Nullable String place,
        @Nullable String from,
        @Nullable String to,
        @Nullable String words,
        @Nullable String order,
        @Nullable String cursor) {
    /** Never prints what somebody looks for. */
    @Override
    public String toString() {
        return "LedgerRequest";
    }
}
