package org.huiyin.testkit;

import static org.huiyin.testkit.Typed.with;

import java.util.List;
import java.util.Map;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.PetitionId;

/**
 * One petition on its way, step by step as the officers of the demo city take them, through their forms:
 * {@code Life.ofALetter().sorted().forwarded().signedIn().accepted().answered("POST")}.
 */
public final class Life {
    private static final String HOUSING = "binjiangHousingBureau";

    private final PetitionId id;
    private final Desk dispatcher = Desk.as("dispatch");
    private final Desk handler = Desk.as("handler");
    private final Desk head = Desk.as("head");

    private Life(PetitionId id) {
        this.id = id;
    }

    public static Life of(PetitionId id) {
        return new Life(id);
    }

    /** Came to the city's petition bureau and was registered there. */
    public static Life ofALetter() {
        return ofALetter(Typed.letter());
    }

    public static Life ofAnAnonymousLetter() {
        Map<String, Object> nameless = with(Typed.letter());
        nameless.keySet().removeAll(List.of("petitionerName", "phone", "address"));
        return ofALetter(nameless);
    }

    public static Life ofALetter(Map<String, Object> typed) {
        Desk registrar = Desk.as("intake");
        PetitionId id = registrar.receive(Channel.LETTER);
        registrar.complete(id, "registerLetter", typed);
        return new Life(id);
    }

    /** Answered as nobody can be reached: the opinion lies under the query code. Begins where the organ signs in. */
    public Life published(Map<String, Object> opinion) {
        return signedIn().accepted("NOT_DUE").drafted(opinion).signed().sent("PUBLISHED");
    }

    /** Came to the housing bureau itself. */
    public static Life ofALetterToTheHousingBureau() {
        return ofALetterToTheHousingBureau(Typed.letter());
    }

    public static Life ofALetterToTheHousingBureau(Map<String, Object> typed) {
        Desk registrar = Desk.as("handler");
        PetitionId id = registrar.receive(Channel.LETTER);
        registrar.complete(id, "registerLetter", typed);
        return new Life(id);
    }

    public PetitionId id() {
        return id;
    }

    /** Sorted, forwarded and signed in: with the handler of the housing bureau. */
    public Life withTheHandler() {
        return sorted().forwarded().signedIn();
    }

    public Life sorted() {
        dispatcher.complete(id, "decideClass", Typed.appeal());
        return this;
    }

    /** Marked by the dispatcher, so that it is passed on in a day. */
    public Life sortedAsSimplified() {
        dispatcher.complete(id, "decideClass", with(Typed.appeal(), "simplified", true));
        return this;
    }

    public Life sortedAsSuggestion() {
        dispatcher.complete(id, "decideClass", Map.of("petitionClass", "SUGGESTION"));
        return this;
    }

    public Life takenOnByTheHousingBureau() {
        handler.complete(id, "decideClass", with(Typed.appeal(), "handledHere", true, "handler", "handler"));
        return this;
    }

    public Life forwarded() {
        return forwardedTo(HOUSING);
    }

    public Life forwardedTo(String organ) {
        dispatcher.complete(id, "forwardPetition", Typed.forwardTo(organ));
        return this;
    }

    public Life signedIn() {
        handler.complete(id, "signIn", Typed.signIn("handler"));
        return this;
    }

    public Life accepted() {
        return accepted("POST");
    }

    public Life accepted(String deliveryMethod) {
        handler.complete(id, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", deliveryMethod));
        return this;
    }

    public Life acceptedAsSimplified() {
        return acceptedAsSimplified("PHONE");
    }

    public Life acceptedAsSimplified(String deliveryMethod) {
        handler.complete(
                id,
                "decideAcceptance",
                Map.of(
                        "decision", "ACCEPT",
                        "procedure", "SIMPLIFIED",
                        "simplifiedReason", "事实清楚、责任明确、易于解决。",
                        "deliveryMethod", deliveryMethod));
        return this;
    }

    public Life simplyAnswered(String way) {
        handler.complete(id, "giveSimplifiedAnswer", simplifiedAnswer(way));
        return this;
    }

    public static Map<String, Object> simplifiedAnswer(String way) {
        return Map.of(
                "simplifiedOutcome", "SETTLED",
                "simplifiedAnswer", "管道接口今日已更换，供水恢复。",
                "answerWay", way,
                "answeredOn", Petitions.day(0),
                "answerNote", "本人接听，没有异议。");
    }

    public Life declined(String reason) {
        handler.complete(
                id,
                "decideAcceptance",
                Map.of(
                        "decision", "DECLINE",
                        "declineReason", reason,
                        "whereToGo", "滨江区人民法院立案庭",
                        "deliveryMethod", "POST"));
        return this;
    }

    /** 不再受理. */
    public Life neverAgain() {
        handler.complete(
                id,
                "decideAcceptance",
                Map.of("decision", "DECLINE", "declineReason", "CONCLUDED", "deliveryMethod", "POST"));
        return this;
    }

    public Life drafted() {
        return drafted(opinion());
    }

    public Life drafted(Map<String, Object> typed) {
        handler.complete(id, "draftOpinion", typed);
        return this;
    }

    public Life signed() {
        head.complete(id, "signOpinion", Map.of("decision", "SIGN"));
        return this;
    }

    public Life sent(String deliveryMethod) {
        handler.complete(id, "sendOpinion", Map.of("deliveryMethod", deliveryMethod, "sentOn", Petitions.day(0)));
        return this;
    }

    public Life received() {
        return received("SIGNED");
    }

    public Life received(String receiptKind) {
        handler.complete(id, "recordReceipt", Map.of("receiptKind", receiptKind, "receivedOn", Petitions.day(0)));
        return this;
    }

    public Life suggestionStudied() {
        return suggestionStudied("ADOPTED", "");
    }

    public Life suggestionStudied(String conclusion, String reason) {
        handler.complete(id, "studySuggestion", study(conclusion, reason));
        return this;
    }

    public Life suggestionAnswered() {
        head.complete(id, "signSuggestionReply", Map.of("decision", "SIGN", "deliveryMethod", "POST"));
        return this;
    }

    public Life reviewed() {
        Desk.as("reviewer")
                .complete(
                        id,
                        "decideReview",
                        Map.of(
                                "reviewOutcome", "UPHELD",
                                "reviewFindings", "复查查明的事实与原处理意见一致。",
                                "reviewOpinion", "维持原处理意见。",
                                "legalBasis", "《信访工作条例》第三十五条",
                                "deliveryMethod", "POST",
                                "sentOn", Petitions.day(0)));
        return this;
    }

    public static Map<String, Object> study(String conclusion, String reason) {
        return Map.of(
                "study", "会同街道现场查看。", "conclusion", conclusion, "conclusionReason", reason, "reply", "采纳您的建议，年内实施。");
    }

    public static Map<String, Object> opinion() {
        return Map.of(
                "demands", "修复供水管道",
                "findings", "经现场查看，管道接口老化渗漏。",
                "opinionOutcome", "SUPPORTED",
                "opinion", "十五日内更换老化管道。",
                "legalBasis", "《物业管理条例》第三十五条");
    }
}
