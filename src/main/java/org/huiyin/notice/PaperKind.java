package org.huiyin.notice;

import static org.huiyin.notice.PaperField.ACCEPTED_ON;
import static org.huiyin.notice.PaperField.ANSWERED_ON;
import static org.huiyin.notice.PaperField.ANSWER_WAY;
import static org.huiyin.notice.PaperField.ARBITRATION_REASON;
import static org.huiyin.notice.PaperField.CONCLUSION;
import static org.huiyin.notice.PaperField.CONCLUSION_REASON;
import static org.huiyin.notice.PaperField.CONTACT;
import static org.huiyin.notice.PaperField.CONVERSION_REASON;
import static org.huiyin.notice.PaperField.DECLINE_REASON;
import static org.huiyin.notice.PaperField.DEMANDS;
import static org.huiyin.notice.PaperField.DUE_ON;
import static org.huiyin.notice.PaperField.EXPLANATION;
import static org.huiyin.notice.PaperField.EXTENDED_TO;
import static org.huiyin.notice.PaperField.EXTENSION_REASON;
import static org.huiyin.notice.PaperField.FEEDBACK_DUE;
import static org.huiyin.notice.PaperField.FINAL_BASIS;
import static org.huiyin.notice.PaperField.FINDINGS;
import static org.huiyin.notice.PaperField.FORWARD_REASON;
import static org.huiyin.notice.PaperField.HELPERS;
import static org.huiyin.notice.PaperField.KNOWN_AT;
import static org.huiyin.notice.PaperField.LEGAL_BASIS;
import static org.huiyin.notice.PaperField.MEASURES;
import static org.huiyin.notice.PaperField.OBJECTING_ORGAN;
import static org.huiyin.notice.PaperField.OBJECTION_DECISION;
import static org.huiyin.notice.PaperField.OBJECTION_REASON;
import static org.huiyin.notice.PaperField.OPINION_OUTCOME;
import static org.huiyin.notice.PaperField.OUTCOME_TEXT;
import static org.huiyin.notice.PaperField.PEOPLE_CONCERNED;
import static org.huiyin.notice.PaperField.PROCEDURE_BODY;
import static org.huiyin.notice.PaperField.PROCEDURE_LAW;
import static org.huiyin.notice.PaperField.PROCEDURE_MATERIALS;
import static org.huiyin.notice.PaperField.PROCEDURE_NAME;
import static org.huiyin.notice.PaperField.PROCEDURE_TERM;
import static org.huiyin.notice.PaperField.PROPOSED_ORGAN;
import static org.huiyin.notice.PaperField.RECEIVING_ORGAN;
import static org.huiyin.notice.PaperField.REPLY;
import static org.huiyin.notice.PaperField.REPORTED_TO;
import static org.huiyin.notice.PaperField.REPORT_TEXT;
import static org.huiyin.notice.PaperField.REVIEWED_NUMBER;
import static org.huiyin.notice.PaperField.REVIEW_FINDINGS;
import static org.huiyin.notice.PaperField.REVIEW_ORGAN;
import static org.huiyin.notice.PaperField.REVIEW_OUTCOME;
import static org.huiyin.notice.PaperField.REVIEW_REASON;
import static org.huiyin.notice.PaperField.RE_REVIEW_ORGAN;
import static org.huiyin.notice.PaperField.SENDER;
import static org.huiyin.notice.PaperField.SIMPLIFIED;
import static org.huiyin.notice.PaperField.SIMPLIFIED_ANSWER;
import static org.huiyin.notice.PaperField.SIMPLIFIED_OUTCOME;
import static org.huiyin.notice.PaperField.SITUATION;
import static org.huiyin.notice.PaperField.SPOT_CONFIRMATION;
import static org.huiyin.notice.PaperField.TRANSFER_NOTE;
import static org.huiyin.notice.PaperField.URGENT_KIND;
import static org.huiyin.notice.PaperField.URGENT_PLACE;
import static org.huiyin.notice.PaperField.WHERE_TO_GO;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.huiyin.kernel.Labelled;

/** 文书: each kind with the word in its 文号, whom it addresses and what it must and may say. */
@SuppressWarnings("ImmutableEnumChecker") // the lists come from List.of
public enum PaperKind implements Labelled {
    REGISTRATION_RECEIPT("登记凭证", "", List.of(), List.of()),
    FORWARDING_LETTER("转送函", "信访转", RECEIVING_ORGAN, List.of(RECEIVING_ORGAN, FORWARD_REASON), List.of(HELPERS)),
    ASSIGNMENT_LETTER(
            "交办函", "信访交", RECEIVING_ORGAN, List.of(RECEIVING_ORGAN, FORWARD_REASON, FEEDBACK_DUE), List.of(HELPERS)),
    COMPLETION_REPORT("办结报告", "信访结", SENDER, List.of(SENDER, REPORT_TEXT), List.of()),
    ARBITRATION_NOTICE("指定办理通知书", "信访裁", RECEIVING_ORGAN, List.of(RECEIVING_ORGAN, ARBITRATION_REASON), List.of()),
    WHEREABOUTS_NOTICE("去向告知书", "信访告", List.of(RECEIVING_ORGAN), List.of(CONTACT, EXPLANATION)),
    ACCEPTANCE_NOTICE("受理告知书", "信访受", List.of(ACCEPTED_ON, DUE_ON), List.of(CONTACT, EXPLANATION, SIMPLIFIED)),
    DECLINE_NOTICE("不予受理告知书", "信访不受", List.of(DECLINE_REASON, WHERE_TO_GO), List.of(EXPLANATION)),
    NO_FURTHER_NOTICE("不再受理告知书", "信访不再受", List.of(FINAL_BASIS), List.of(EXPLANATION)),
    GUIDANCE_NOTICE(
            "导入法定途径告知书",
            "信访导",
            List.of(PROCEDURE_NAME, PROCEDURE_BODY, PaperField.GUIDANCE),
            List.of(PROCEDURE_TERM, PROCEDURE_LAW, PROCEDURE_MATERIALS)),
    OBJECTION_LETTER("异议函", "信访异", SENDER, List.of(SENDER, OBJECTION_REASON, PROPOSED_ORGAN), List.of()),
    OBJECTION_REVIEW(
            "异议核实意见", "信访核", OBJECTING_ORGAN, List.of(OBJECTING_ORGAN, OBJECTION_DECISION, REVIEW_REASON), List.of()),
    EXTENSION_NOTICE("延期告知书", "信访延", List.of(ACCEPTED_ON, DUE_ON, EXTENDED_TO, EXTENSION_REASON), List.of()),
    CONVERSION_NOTICE("转为普通程序告知书", "信访转普", List.of(ACCEPTED_ON, DUE_ON, CONVERSION_REASON), List.of()),
    SIMPLIFIED_REPLY(
            "简易答复",
            "信访简复",
            List.of(SIMPLIFIED_OUTCOME, SIMPLIFIED_ANSWER, ANSWER_WAY, ANSWERED_ON, REVIEW_ORGAN),
            List.of()),
    OPINION(
            "信访处理意见书",
            "信访处",
            List.of(DEMANDS, FINDINGS, OPINION_OUTCOME, PaperField.OPINION, LEGAL_BASIS, REVIEW_ORGAN),
            List.of()),
    SUGGESTION_REPLY("建议答复", "信访建复", List.of(CONCLUSION, REPLY), List.of(CONCLUSION_REASON)),
    SPOT_ANSWER("当场答复记录", "信访当答", List.of(PaperField.SPOT_ANSWER, SPOT_CONFIRMATION), List.of()),
    REVIEW_OPINION(
            "复查意见书",
            "信访复查",
            List.of(REVIEWED_NUMBER, REVIEW_OUTCOME, REVIEW_FINDINGS, PaperField.REVIEW_OPINION, LEGAL_BASIS),
            List.of(RE_REVIEW_ORGAN)),
    URGENT_REPORT(
            "重大紧急信息报告",
            "信访急报",
            REPORTED_TO,
            List.of(REPORTED_TO, URGENT_KIND, KNOWN_AT, PEOPLE_CONCERNED, URGENT_PLACE, SITUATION, MEASURES),
            List.of()),
    /** To whoever passed the matter on (R50). */
    DEPUTY_REPLY("办理结果反馈函", "信访馈", List.of(OUTCOME_TEXT), List.of()),
    ACCUSATION_TRANSFER(
            "检举控告转送函", "信访检转", PaperField.DISCIPLINE_BODY, List.of(PaperField.DISCIPLINE_BODY), List.of(TRANSFER_NOTE));

    private final String label;
    private final String word;
    private final Optional<PaperField> addressedOrgan;
    private final List<PaperField> mandatory;
    private final List<PaperField> optional;

    PaperKind(String label, String word, List<PaperField> mandatory, List<PaperField> optional) {
        this(label, word, Optional.empty(), mandatory, optional);
    }

    PaperKind(
            String label,
            String word,
            PaperField addressedOrgan,
            List<PaperField> mandatory,
            List<PaperField> optional) {
        this(label, word, Optional.of(addressedOrgan), mandatory, optional);
    }

    PaperKind(
            String label,
            String word,
            Optional<PaperField> addressedOrgan,
            List<PaperField> mandatory,
            List<PaperField> optional) {
        this.label = label;
        this.word = word;
        this.addressedOrgan = addressedOrgan;
        this.mandatory = mandatory;
        this.optional = optional;
    }

    @Override
    public String label() {
        return label;
    }

    /** The word in 文号 between the organ's short name and the year. */
    String word() {
        return word;
    }

    /** The organ it is addressed to; every other paper is addressed to the petitioner. */
    /** It speaks to the petitioners and so names them. */
    public boolean isForPetitioners() {
        return addressedOrgan.isEmpty();
    }

    Optional<PaperField> addressedOrgan() {
        return addressedOrgan;
    }

    List<PaperField> mandatory() {
        return mandatory;
    }

    List<PaperField> optional() {
        return optional;
    }

    /** It speaks to the deputy who passed the matter on, and names him. */
    boolean isForDeputy() {
        return this == DEPUTY_REPLY;
    }

    /** It answers the matter itself: having been sent, the petition is answered. */
    boolean isAnswer() {
        return this == OPINION || this == SIMPLIFIED_REPLY || this == SUGGESTION_REPLY;
    }

    /** Whoever is not content with it may ask the organ above to review it (article 35). */
    public boolean isReviewed() {
        return this == OPINION || this == SIMPLIFIED_REPLY;
    }

    /** acceptanceNotice: the name of its template. */
    String template() {
        StringBuilder name = new StringBuilder();
        for (String part : name().split("_", -1)) {
            String word = part.toLowerCase(Locale.ROOT);
            name.append(name.isEmpty() ? word : Character.toUpperCase(word.charAt(0)) + word.substring(1));
        }
        return name.toString();
    }
}
