package org.huiyin.supervision;

/**
 * One matter of the board, in words.
 *
 * @param person who answers for it: the officer it names, or the first-responsible person of its organ
 * @param age days since it was received
 * @param stageDays days since it came into its stage
 * @param returned how often an organ has handed it back
 * @param reminded when its holder was reminded last, and whether he has answered
 * @param counted as what an indicator counts it, and for which day; empty behind other figures
 */
public record MatterRow(
        String number,
        String title,
        String organ,
        String person,
        String stage,
        String lamp,
        String lampLabel,
        String clock,
        String due,
        String receivedOn,
        long age,
        long stageDays,
        String channel,
        String petitionClass,
        String result,
        int returned,
        String reminded,
        boolean sealed,
        String counted) {
    MatterRow countedAs(String what) {
        return new MatterRow(
                number,
                title,
                organ,
                person,
                stage,
                lamp,
                lampLabel,
                clock,
                due,
                receivedOn,
                age,
                stageDays,
                channel,
                petitionClass,
                result,
                returned,
                reminded,
                sealed,
                what);
    }

    @Override
    public String toString() {
        return "MatterRow[" + number + "]";
    }
}
