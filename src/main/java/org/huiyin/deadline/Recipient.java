package org.huiyin.deadline;

/** Whom the table of escalation names. */
enum Recipient {
    /** The person who has the matter; as long as there is none, the first-responsible person. */
    HOLDER,
    /** Those who sign for the organ that has it. */
    HEAD,
    FIRST_RESPONSIBLE
}
