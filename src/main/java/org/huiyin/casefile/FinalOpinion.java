package org.huiyin.casefile;

import java.time.LocalDate;
import org.huiyin.kernel.PetitionId;

/**
 * 复核意见: after it nobody takes the same facts and reasons up again (article 36).
 *
 * @param inSystem given in this system, not entered from an old paper
 */
public record FinalOpinion(
        long id, PetitionId petition, String number, String organ, LocalDate issuedOn, boolean inSystem) {}
