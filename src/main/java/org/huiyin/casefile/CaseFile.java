package org.huiyin.casefile;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The verbs of the case file. Each locks the petition's row first and leaves an entry in the journal. */
@Service
@Transactional
public class CaseFile {
    private final PetitionTable petitions;
    private final LetterTable letters;
    private final PersonTable people;
    private final SplitTable splits;
    private final CaseLists lists;
    private final Numbers numbers;
    private final QueryCodes queryCodes;
    private final Register register;
    private final SameMatterTable sameMatters;
    private final Bars bars;
    private final Journal journal;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    CaseFile(
            PetitionTable petitions,
            LetterTable letters,
            PersonTable people,
            SplitTable splits,
            CaseLists lists,
            Numbers numbers,
            QueryCodes queryCodes,
            Register register,
            SameMatterTable sameMatters,
            Bars bars,
            Journal journal,
            Clock clock,
            ApplicationEventPublisher events) {
        this.petitions = petitions;
        this.letters = letters;
        this.people = people;
        this.splits = splits;
        this.lists = lists;
        this.numbers = numbers;
        this.queryCodes = queryCodes;
        this.register = register;
        this.sameMatters = sameMatters;
        this.bars = bars;
        this.journal = journal;
        this.clock = clock;
        this.events = events;
    }

    /** Gives the number: from now on there is a draft, and somebody who owes its registration. */
    public PetitionId open(Channel channel, OrganId registeredBy, OfficerId by) {
        return petitions.open(numbers.prefix(registeredBy, channel), channel, registeredBy, by, clock.instant());
    }

    /** What {@link #register} and {@link #registerAll} would refuse, without writing anything. */
    public void check(Registration registration) {
        registration.refuseFuture(clock);
    }

    /** Enters a draft in the register (arts 21-23). */
    public void register(PetitionId id, Registration registration) {
        Petition draft = lock(id);
        if (!draft.isDraft()) {
            throw new IllegalStateException("petition " + id + " is registered already");
        }
        check(registration);
        if (registration.channel() != draft.channel()) {
            throw InvalidInput.of(
                    "channel", "信访形式", "与信访编号所记的“" + draft.channel().label() + "”不一致。");
        }
        refuseKnown(registration, draft.registeredBy());
        letters.insert(Map.of(id, registration));
        petitions.register(id, registration, clock.instant(), LocalDate.now(clock));
        people.insert(Map.of(id, registration)).forEach(bars::renew);
        sameMatters.insert(Map.of(id, Likeness.of(registration)));
        journal.write(
                id,
                JournalKind.REGISTERED,
                Map.of("receivedOn", registration.receivedOn().toString()));
        events.publishEvent(new PetitionRegistered(id));
    }

    /**
     * Registers many at once, in the order given; a row whose source reference is known to this organ is answered with the
     * number it has. Publishes no event: the life of a batch is started behind it.
     */
    public List<Registered> registerAll(List<Registration> rows, OrganId organ, OfficerId by) {
        rows.forEach(this::check);
        return register.enter(rows, organ, by);
    }

    /**
     * The letter's own item from now on, and the registrations of its other items: each with the same people, receipt and
     * circumstances, and with the letter as origin. The letter as it came is kept whole.
     */
    public List<Registration> split(PetitionId id, SplitItem kept, List<SplitItem> others) {
        Petition petition = lock(id);
        Letter letter = letter(id);
        Circumstances known = circumstances(id);
        PetitionId root = known.origin().orElse(id);
        List<Person> persons = people.of(id);
        CaseLists.Now now = lists.now();
        splits.keep(id, letter);
        splits.replace(id, kept.title(), kept.content(), kept.demand(), now.subject(kept.subject()));
        splits.reclassify(id, now.contentClass(kept.subject()).map(ContentClass::code));
        return others.stream()
                .map(item -> item.registration(petition, letter, persons, known, root, now))
                .toList();
    }

    /** That they were split, in the letter and in each item, but not from or into what: one of them may be an accusation. */
    @Article("30")
    public void recordSplit(PetitionId id, List<PetitionId> items) {
        journal.write(id, JournalKind.SPLIT, Map.of());
        items.forEach(item -> journal.write(item, JournalKind.SPLIT_OFF, Map.of()));
    }

    /** The letter and the items split from it that anybody with the file may know of: from them nobody is barred. */
    @Transactional(readOnly = true)
    public List<PetitionId> openFamily(PetitionId id) {
        return splits.family(circumstances(id).origin().orElse(id), false).stream()
                .filter(item -> item.equals(id) || !get(item).guarded())
                .toList();
    }

    /** A draft opened by mistake; its number stays taken. */
    public void voidDraft(PetitionId id, String reason) {
        if (!lock(id).isDraft()) {
            throw new IllegalStateException("petition " + id + " is no draft");
        }
        String why = CleanText.of("voidReason", "作废原因", reason, Registration.LONGEST_DEMAND);
        if (why.isEmpty()) {
            throw InvalidInput.of("voidReason", "作废原因", "必须填写。");
        }
        petitions.end(id, EndReason.VOIDED, clock.instant());
        journal.write(id, JournalKind.VOIDED, Map.of(), Optional.of(why));
        events.publishEvent(new PetitionEnded(id, EndReason.VOIDED));
    }

    @Transactional(readOnly = true)
    public Petition get(PetitionId id) {
        return petitions.find(id).orElseThrow(() -> new NoSuchPetition(id));
    }

    /** The petition, held by this transaction to its end: the first thing every verb does. */
    public Petition lock(PetitionId id) {
        return petitions.lock(id).orElseThrow(() -> new NoSuchPetition(id));
    }

    /** As lock, but waits for nobody: empty while another transaction holds the row. */
    public Optional<Petition> lockIfFree(PetitionId id) {
        return petitions.lockIfFree(id);
    }

    /** Locks many petitions with one question. */
    public void lockAll(Collection<PetitionId> ids) {
        petitions.lockAll(ids);
    }

    /** Whether this transaction holds the petition, so that nobody else changes what belongs to it. */
    public boolean holds(PetitionId id) {
        return petitions.holds(id);
    }

    /** An accusation is sealed by being one (art 30). Only what is claimed on has a route (art 31). */
    public void classify(PetitionId id, PetitionClass petitionClass, Optional<Route> route, String reason) {
        boolean guarded = lock(id).guarded();
        boolean sealed = petitionClass == PetitionClass.ACCUSATION;
        petitions.classify(id, petitionClass, route, sealed);
        if (guarded || sealed) {
            bars.renew(id);
        }
        journal.write(
                id,
                JournalKind.CLASSIFIED,
                route.map(way -> Map.of("petitionClass", petitionClass.name(), "route", way.name()))
                        .orElseGet(() -> Map.of("petitionClass", petitionClass.name())),
                Optional.of(reason));
    }

    /** Lists tell the procedure by this; why it was chosen or left is for whoever decides it to record. */
    public void simplify(PetitionId id, boolean simplified) {
        if (lock(id).simplified() != simplified) {
            petitions.simplify(id, simplified);
        }
    }

    /** R25: at every moment one organ, and one person or a head who answers for it. */
    public void entrust(PetitionId id, OrganId organ, Optional<OfficerId> person) {
        Petition petition = lock(id);
        if (petition.organ().equals(organ) && petition.person().equals(person)) {
            return;
        }
        petitions.entrust(id, organ, person);
        journal.write(
                id,
                JournalKind.ENTRUSTED,
                person.map(who -> Map.of("organ", organ.value(), "person", who.value()))
                        .orElseGet(() -> Map.of("organ", organ.value())));
    }

    /** R25: another answers for the petition in person, within the organ that has it. */
    public void replace(PetitionId id, OfficerId before, OfficerId now) {
        Petition petition = lock(id);
        if (petition.person().equals(Optional.of(before))) {
            entrust(id, petition.organ(), Optional.of(now));
        }
        events.publishEvent(new PersonReplaced(id, before, Optional.of(now)));
    }

    /** R25: nobody answers for it in person until another takes it; the head of the organ does. */
    public void vacate(PetitionId id) {
        Petition petition = lock(id);
        petition.person().ifPresent(before -> {
            entrust(id, petition.organ(), Optional.empty());
            events.publishEvent(new PersonReplaced(id, before, Optional.empty()));
        });
    }

    /** Ends the petition; saying the same a second time changes nothing, another reason is refused. */
    public void end(PetitionId id, EndReason reason, String note) {
        Petition petition = lock(id);
        if (petition.endReason().isPresent()) {
            if (!petition.endReason().get().equals(reason)) {
                throw new IllegalStateException("petition " + id + " has ended already: " + petition.endReason());
            }
            return;
        }
        petitions.end(id, reason, clock.instant());
        journal.write(id, JournalKind.ENDED, Map.of("endReason", reason.name()), Optional.of(note));
        events.publishEvent(new PetitionEnded(id, reason));
    }

    /** A new query code; the one before no longer opens. Shown once, kept only as a fingerprint. */
    public String newQueryCode(PetitionId id) {
        lock(id);
        String code = queryCodes.random();
        petitions.setQueryCode(id, queryCodes.fingerprint(id, code));
        journal.write(id, JournalKind.QUERY_CODE_ISSUED, Map.of());
        return code;
    }

    /** Refuses to answer for a while after too many wrong codes, right ones included. */
    public boolean opens(PetitionId id, String queryCode) {
        return queryCodes.opens(id, queryCode);
    }

    /** Name and address or telephone are known, so that a notice is due (art 23). */
    @Transactional(readOnly = true)
    public boolean hasAddressee(PetitionId id) {
        return people.hasAddressee(id);
    }

    @Transactional(readOnly = true)
    public Letter letter(PetitionId id) {
        return letters.find(id).orElseThrow(() -> new NoSuchPetition(id));
    }

    /** Unmasked, for papers; screens read {@link CaseView}. Who passed the matter on is nobody whom a paper addresses. */
    @Transactional(readOnly = true)
    public List<Person> addressees(PetitionId id) {
        return people.of(id).stream()
                .filter(person -> person.role() != PersonRole.DEPUTY)
                .toList();
    }

    /** The deputies who passed the matter on, unmasked, for the paper that tells them the outcome (R50). */
    @Transactional(readOnly = true)
    public List<Person> deputies(PetitionId id) {
        return people.of(id).stream()
                .filter(person -> person.role() == PersonRole.DEPUTY)
                .toList();
    }

    /** The petitioners themselves, without those who speak for them or passed the matter on. */
    @Transactional(readOnly = true)
    public List<Person> petitioners(PetitionId id) {
        return people.of(id).stream()
                .filter(person -> person.role().isPetitioner())
                .toList();
    }

    /** What is known of it beside its text and its people. */
    @Transactional(readOnly = true)
    public Circumstances circumstances(PetitionId id) {
        return letters.circumstances(id).orElseGet(() -> Circumstances.of(get(id).channel()));
    }

    private void refuseKnown(Registration registration, OrganId organ) {
        registration.sourceRef().flatMap(ref -> register.known(ref, organ)).ifPresent(known -> {
            boolean barred = bars.isBarred(Actor.current(), known);
            throw InvalidInput.of("sourceRef", "来源编号", barred ? "已登记过。" : "已登记过，编号为" + known.value() + "。");
        });
    }
}
