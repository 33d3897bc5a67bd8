package org.huiyin.notice;

import org.huiyin.kernel.Labelled;

/** What a paper can say, by the key under which forms and templates know it. */
enum PaperField implements Labelled {
    ACCEPTED_ON("acceptedOn", "受理日期"),
    ANSWER_WAY("answerWay", "答复方式"),
    ANSWERED_ON("answeredOn", "答复日期"),
    ARBITRATION_REASON("arbitrationReason", "裁定理由"),
    CONCLUSION("conclusion", "研究结论"),
    CONCLUSION_REASON("conclusionReason", "结论理由"),
    CONTACT("contact", "联系方式"),
    CONVERSION_REASON("conversionReason", "转为普通程序的理由"),
    DECLINE_REASON("declineReason", "不予受理的理由"),
    DEMANDS("demands", "信访请求"),
    DISCIPLINE_BODY("disciplineBody", "接收的纪检监察机关"),
    DUE_ON("dueOn", "办理期限届满日"),
    EXPLANATION("explanation", "说明"),
    EXTENDED_TO("extendedTo", "延长后的届满日"),
    EXTENSION_REASON("extensionReason", "延期理由"),
    FEEDBACK_DUE("feedbackDue", "反馈期限"),
    FINAL_BASIS("finalBasis", "不再受理的依据"),
    FINDINGS("findings", "查明的事实"),
    FORWARD_REASON("forwardReason", "转送理由"),
    GUIDANCE("guidance", "导入说明"),
    HELPERS("helpers", "协办单位"),
    KNOWN_AT("knownAt", "知悉时间"),
    LEGAL_BASIS("legalBasis", "依据"),
    MEASURES("measures", "已采取的措施"),
    OBJECTION_DECISION("objectionDecision", "核实结果"),
    OBJECTION_REASON("objectionReason", "异议理由"),
    OBJECTING_ORGAN("objectingOrgan", "提出异议的机关"),
    OPINION("opinion", "处理意见"),
    OPINION_OUTCOME("opinionOutcome", "处理结果"),
    OUTCOME_TEXT("outcomeText", "办理结果"),
    PEOPLE_CONCERNED("peopleConcerned", "涉及人数"),
    PROCEDURE_BODY("procedureBody", "受理该程序的机关"),
    PROCEDURE_LAW("procedureLaw", "该程序的法律依据"),
    PROCEDURE_MATERIALS("procedureMaterials", "所需材料"),
    PROCEDURE_NAME("procedureName", "法定途径名称"),
    PROCEDURE_TERM("procedureTerm", "该程序的期限"),
    PROPOSED_ORGAN("proposedOrgan", "建议承办机关"),
    RECEIVING_ORGAN("receivingOrgan", "接收机关"),
    REPORTED_TO("reportedTo", "报送对象"),
    REPLY("reply", "答复内容"),
    REPORT_TEXT("reportText", "办结情况"),
    REVIEW_FINDINGS("reviewFindings", "复查查明的事实"),
    REVIEW_OPINION("reviewOpinion", "复查意见"),
    REVIEW_ORGAN("reviewOrgan", "复查机关"),
    REVIEW_OUTCOME("reviewOutcome", "复查结果"),
    REVIEW_REASON("reviewReason", "核实意见"),
    REVIEWED_NUMBER("reviewedNumber", "被复查的处理意见书文号"),
    RE_REVIEW_ORGAN("reReviewOrgan", "复核机关"),
    SENDER("sender", "转送机关"),
    SIMPLIFIED("simplified", "适用简易程序"),
    SIMPLIFIED_ANSWER("simplifiedAnswer", "答复内容"),
    SIMPLIFIED_OUTCOME("simplifiedOutcome", "答复结果"),
    SITUATION("situation", "情况"),
    SPOT_ANSWER("spotAnswer", "答复内容"),
    SPOT_CONFIRMATION("spotConfirmation", "信访人确认方式"),
    TRANSFER_NOTE("transferNote", "转送说明"),
    URGENT_KIND("urgentKind", "程度和情形"),
    URGENT_PLACE("urgentPlace", "地点"),
    WHERE_TO_GO("whereToGo", "应当前往的机关或途径");

    private final String key;
    private final String label;

    PaperField(String key, String label) {
        this.key = key;
        this.label = label;
    }

    String key() {
        return key;
    }

    @Override
    public String label() {
        return label;
    }

    /** Callers may give the id of an organ here; the paper prints its name. */
    boolean namesAnOrgan() {
        return switch (this) {
            case DISCIPLINE_BODY,
                    OBJECTING_ORGAN,
                    PROPOSED_ORGAN,
                    RECEIVING_ORGAN,
                    REVIEW_ORGAN,
                    RE_REVIEW_ORGAN,
                    SENDER -> true;
            default -> false;
        };
    }
}
