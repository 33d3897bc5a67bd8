package org.huiyin.demo;

/**
 * Where the petitions of the crowd stand. Their clocks have been running for {@code youngest} to {@code oldest} days, evenly
 * spread, so that most lamps are green, some yellow, a few red, and some overdue.
 */
enum CrowdStage {
    DIRECT("decideClass", "来访，直接向责任单位提出，等待判定", 20, 0, 17, 0),
    SORTING("decideClass", "等待判定", 40, 0, 17, 0),
    FORWARDED("signIn", "已转送，等待签收", 44, 0, 16, 0),
    SIGNED_IN("decideAcceptance", "已签收，等待受理决定", 40, 2, 17, 0),
    HANDLING("draftOpinion", "已受理，调查中", 105, 0, 66, Days.ACCEPTED),
    SIGNING("signOpinion", "意见稿等待审签", 20, 29, 64, Days.ACCEPTED),
    SENT("recordReceipt", "意见书已送出，等待登记回执", 18, 0, 12, Days.SENT),
    ANSWERED("awaitEvaluation", "已送达，评价和复查申请期内", 32, 0, 27, Days.RECEIVED),
    SUGGESTED("studySuggestion", "建议意见，研究中", 18, 2, 64, 0);

    /** Days after forwarding, the same for all: whoever tells the stories by it numbers the papers by their days. */
    static final class Days {
        static final int SIGNED_IN = 2;
        static final int ACCEPTED = 7;
        static final int DRAFTED = 35;
        static final int SIGNED = 40;
        static final int SENT = 43;
        static final int RECEIVED = 47;

        private Days() {}
    }

    private final String waitsAt;
    private final String story;
    private final int petitions;
    private final int youngest;
    private final int oldest;
    private final int sinceForwarding;

    CrowdStage(String waitsAt, String story, int petitions, int youngest, int oldest, int sinceForwarding) {
        this.waitsAt = waitsAt;
        this.story = story;
        this.petitions = petitions;
        this.youngest = youngest;
        this.oldest = oldest;
        this.sinceForwarding = sinceForwarding;
    }

    String waitsAt() {
        return waitsAt;
    }

    String story() {
        return story;
    }

    int petitions() {
        return petitions;
    }

    /** How many days ago the n-th of them was forwarded; where it stands before that, received. */
    int forwarded(int n) {
        return youngest + n * (oldest - youngest) / (petitions - 1) + sinceForwarding;
    }

    boolean isForwarded() {
        return this != DIRECT && this != SORTING;
    }

    boolean isAccepted() {
        return sinceForwarding >= Days.ACCEPTED;
    }
}
