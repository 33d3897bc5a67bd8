package org.huiyin.desk;

/**
 * Which matter a task is about, how near its end it is, who has it in hand, and whether it is marked as major or urgent.
 *
 * @param petitioner masked
 * @param due when the step is due and how far off that is; empty when it is due at no day
 * @param late the step itself is past its day
 */
record TaskCard(
        String task,
        String number,
        String title,
        String place,
        String petitioner,
        String lamp,
        String lampLabel,
        String due,
        boolean late,
        String holder,
        boolean urgent) {
    @Override
    public String toString() {
        return "TaskCard[" + number + "]";
    }
}
