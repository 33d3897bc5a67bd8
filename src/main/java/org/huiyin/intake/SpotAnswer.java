package org.huiyin.intake;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;

/** 当场答复: what was answered to a person who was present and confirmed it (R34, R53). */
record SpotAnswer(String answer, SpotConfirmation confirmation) {
    /** A reason against answering on the spot; empty when there is none. */
    @FunctionalInterface
    interface Rule {
        Optional<String> against(Registration registration, Organ organ, List<Organ> competent);
    }

    private static final Set<Channel> PRESENT = Set.of(Channel.VISIT, Channel.CALL, Channel.FIELD);

    static final List<Rule> RULES = List.of(
            SpotAnswer::theWriterIsNotPresent,
            SpotAnswer::accusationsAreForTheirCircle,
            SpotAnswer::thePetitionBureauDoesNotDecide,
            SpotAnswer::anotherOrganIsCompetent);

    /** @param competent the organs whose duty lists name the subject, none when no list does */
    void refuseUnlessAllowed(Registration registration, Organ organ, List<Organ> competent) {
        RULES.stream()
                .flatMap(rule -> rule.against(registration, organ, competent).stream())
                .findFirst()
                .ifPresent(reason -> {
                    throw InvalidInput.of("answeredOnTheSpot", "已当场答复", reason);
                });
    }

    private static Optional<String> theWriterIsNotPresent(
            Registration registration, Organ organ, List<Organ> competent) {
        return refusal(!PRESENT.contains(registration.channel()), "只有来访、来电和走访可以当场答复，来信、网上信访的信访人不在场，请按程序办理。");
    }

    @Article("30")
    private static Optional<String> accusationsAreForTheirCircle(
            Registration registration, Organ organ, List<Organ> competent) {
        return refusal(registration.purpose() == Purpose.ACCUSATION, "揭发控告不能当场答复，请登记后转送有权处理的机关。");
    }

    @Article("14")
    private static Optional<String> thePetitionBureauDoesNotDecide(
            Registration registration, Organ organ, List<Organ> competent) {
        return refusal(
                organ.kind() == OrganKind.PETITION_BUREAU && registration.purpose() != Purpose.ENQUIRY,
                "信访部门只能当场答复咨询，不得作出实体答复，请登记后转送有权处理的机关、单位。");
    }

    @Article("23")
    private static Optional<String> anotherOrganIsCompetent(
            Registration registration, Organ organ, List<Organ> competent) {
        boolean another = !competent.isEmpty() && !competent.contains(organ);
        return refusal(another && registration.purpose() != Purpose.ENQUIRY, "该内容分类不在本机关职责清单内，不能当场答复，请登记后转送。");
    }

    private static Optional<String> refusal(boolean refused, String reason) {
        return refused ? Optional.of(reason) : Optional.empty();
    }

    @Override
    public String toString() {
        return "SpotAnswer[" + confirmation + "]";
    }
}
