package org.huiyin.kernel;

/** The six routes of article 31; only {@link #PETITION} is answered by an opinion within 60 days (article 34). */
public enum Route implements Labelled {
    LITIGATION(1, "诉讼、公安等涉法涉诉程序"),
    ARBITRATION(2, "仲裁"),
    PARTY_APPEAL(3, "党员申诉、再审查"),
    ADMINISTRATIVE(4, "行政复议、裁决、确认等行政程序"),
    DUTY(5, "查处违法、履行保护职责"),
    PETITION(6, "信访程序，出具处理意见书");

    private final int number;
    private final String label;

    Route(int number, String label) {
        this.number = number;
        this.label = label;
    }

    /** Number of the item in article 31, 1 to 6. */
    public int number() {
        return number;
    }

    @Override
    public String label() {
        return label;
    }
}
