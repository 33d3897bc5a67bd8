package org.huiyin.casefile;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The case file for screens: people masked, the journal in words. Whether the one who asks may see the matter is decided by
 * the caller; a sealed matter does not exist for those outside its circle (art 30).
 */
@Service
public class CaseView {
    private static final int LONGEST_REASON = 200;

    private final CaseFile cases;
    private final LetterTable letters;
    private final PersonTable people;
    private final Journal journal;
    private final Timeline timeline;

    CaseView(CaseFile cases, LetterTable letters, PersonTable people, Journal journal, Timeline timeline) {
        this.cases = cases;
        this.letters = letters;
        this.people = people;
        this.journal = journal;
        this.timeline = timeline;
    }

    @Transactional(readOnly = true)
    public CaseSheet of(PetitionId id, Circle viewer) {
        Petition petition = visible(id, viewer);
        return new CaseSheet(
                petition,
                timeline.organ(petition.organ()),
                petition.person().map(timeline::officer),
                letters.find(id),
                masked(petition),
                timeline.of(journal.of(id)));
    }

    /** Who asked for secrecy is hidden from everybody but those who are told his name by {@link #unmask}. */
    private List<MaskedPerson> masked(Petition petition) {
        return people.of(petition.id()).stream()
                .map(petition.confidential() ? MaskedPerson::hidden : MaskedPerson::of)
                .toList();
    }

    /** Names, numbers and addresses in full; who saw them, when and why is in the journal. */
    @Transactional
    public List<Person> unmask(PetitionId id, OfficerId officer, String reason, Circle viewer) {
        cases.lock(id);
        visible(id, viewer);
        String why = CleanText.of("reason", "查看事由", reason, LONGEST_REASON);
        if (why.isEmpty()) {
            throw InvalidInput.of("reason", "查看事由", "必须填写，查看个人信息的事由会记入案卷日志。");
        }
        journal.write(id, officer, JournalKind.UNMASKED, Map.of(), Optional.of(why));
        return people.of(id);
    }

    /** Exact search by telephone number; rights over what is found are the caller's. */
    @Transactional(readOnly = true)
    public List<PetitionId> withPhone(String phone) {
        return people.withPhone(phone);
    }

    /** Exact search by identity number; rights over what is found are the caller's. */
    @Transactional(readOnly = true)
    public List<PetitionId> withIdNumber(String idNumber) {
        return people.withIdNumber(idNumber);
    }

    private Petition visible(PetitionId id, Circle viewer) {
        Petition petition = cases.get(id);
        if (petition.sealed() && viewer == Circle.OUTSIDE) {
            throw new NoSuchPetition(id);
        }
        return petition;
    }
}
