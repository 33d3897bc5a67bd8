package org.huiyin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huiyin.casefile.CaseFile;
import org.huiyin.testkit.Time;

/** What a sensible officer writes into each form: mostly the ordinary, now and then something else. */
final class Paperwork {
    private final CaseFile cases;
    private final Random chance;

    Paperwork(CaseFile cases, Random chance) {
        this.cases = cases;
        this.chance = chance;
    }

    /** @param shown defaults and options of the open form */
    Map<String, Object> fill(String activity, Matter matter, String officer, JsonNode shown) {
        return switch (activity) {
            case "decideClass" -> decideClass(matter, officer, shown);
            case "guideToProcedure" ->
                Map.of(
                        "procedureName", "民事诉讼",
                        "procedureBody", "有管辖权的人民法院",
                        "guidance", "这类争议应当通过诉讼解决，请在法定期限内向有管辖权的人民法院提出。",
                        "deliveryMethod", notice(matter));
            case "forwardPetition" ->
                Map.of("receivingOrgan", any(shown.path("organs"), ""), "forwardReason", "属于该机关的法定职权。");
            case "signIn" -> signIn(officer, shown);
            case "reviewObjection" ->
                Map.of("decision", likely(70) ? "AGREE" : "REFUSE", "reviewReason", "已对照该机关的职责清单核实。");
            case "arbitrateCompetence" ->
                Map.of("designatedOrgan", any(shown.path("organs"), ""), "arbitrationReason", "对照各方职责清单，由该单位办理。");
            case "decideAcceptance" -> decideAcceptance(matter, shown);
            case "giveSimplifiedAnswer" -> giveSimplifiedAnswer(matter);
            case "draftOpinion" ->
                Map.of(
                        "demands", "请求查明情况并解决来信所述问题。",
                        "findings", "经到现场查看、走访住户并调取资料，来信所述情况部分属实。",
                        "opinionOutcome", oneOf("SUPPORTED", "EXPLAINED", "NOT_SUPPORTED"),
                        "opinion", "责成有关单位限期整改，并于整改完成后告知信访人。",
                        "legalBasis", "《信访工作条例》第三十二条");
            case "signOpinion" -> sign(Map.of());
            case "sendOpinion" ->
                Map.of(
                        "deliveryMethod",
                        reachable(matter) ? oneOf("POST", "IN_PERSON", "ELECTRONIC") : "PUBLISHED",
                        "sentOn",
                        Time.today().toString());
            case "recordReceipt", "recordSimplifiedReceipt" ->
                Map.of(
                        "receiptKind",
                        likely(80) ? "SIGNED" : oneOf("REFUSED", "UNDELIVERABLE"),
                        "receivedOn",
                        Time.today().toString());
            case "studySuggestion" ->
                Map.of(
                        "study", "已会同有关单位研究，具备条件。",
                        "conclusion", oneOf("ADOPTED", "PARTLY", "NOT_ADOPTED"),
                        "conclusionReason", "条件和经费需要分步落实。",
                        "reply", "您的建议已经研究，感谢您对本市工作的关心。");
            case "signSuggestionReply" -> sign(Map.of("deliveryMethod", reachable(matter) ? "POST" : "PUBLISHED"));
            case "transferAccusation" -> transferAccusation(any(shown.path("bodies"), ""));
            case "receiveAccusation" -> Map.of("receivedOn", Time.today().toString());
            case "decideReview" ->
                Map.of(
                        "reviewOutcome",
                        oneOf("UPHELD", "REVOKED", "CHANGED"),
                        "reviewFindings",
                        "经审查，原处理意见认定的事实清楚。",
                        "reviewOpinion",
                        "依法作出复查意见。",
                        "legalBasis",
                        "《信访工作条例》第三十五条",
                        "deliveryMethod",
                        reachable(matter) ? "POST" : "PUBLISHED",
                        "sentOn",
                        Time.today().toString());
            default -> throw new IllegalStateException("nobody has told the clerk how to do " + activity);
        };
    }

    /** Instead of an objection that is no longer allowed. */
    static Map<String, Object> signAfterAll(String officer) {
        return Map.of("decision", "SIGN", "handler", officer);
    }

    private Map<String, Object> decideClass(Matter matter, String officer, JsonNode shown) {
        Map<String, Object> fields = new HashMap<>();
        fields.put("classReason", "已通读来信全文，按信访目的判定，与建议不同之处以来信原文为准。");
        if (matter.letter.speaksOf("检举") || likely(4)) {
            fields.put("petitionClass", "ACCUSATION");
            return fields;
        }
        if (matter.letter.speaksOf("建议") && likely(60)) {
            fields.put("petitionClass", "SUGGESTION");
        } else {
            boolean guided = matter.letter.speaksOf("法院") || likely(6);
            fields.put("petitionClass", "APPEAL");
            fields.put("route", guided ? oneOf("LITIGATION", "ARBITRATION", "ADMINISTRATIVE", "DUTY") : "PETITION");
            if (guided) {
                return fields;
            }
        }
        boolean proposed = shown.path("simplified").asBoolean();
        fields.put("simplified", fields.get("petitionClass").equals("APPEAL") && proposed && likely(70));
        if (!shown.path("handlers").isEmpty() && !officer.equals("dispatch")) {
            fields.put("handledHere", true);
            fields.put("handler", any(shown.path("handlers"), ""));
        }
        return fields;
    }

    private Map<String, Object> signIn(String officer, JsonNode shown) {
        if (likely(85)) {
            return signAfterAll(officer);
        }
        return Map.of(
                "decision", "OBJECT",
                "objectionReason", "来信所述事项不属于本机关的职责清单。",
                "proposedOrgan", any(shown.path("organs"), ""));
    }

    /** A body that has no account here is named in full. */
    private static Map<String, Object> transferAccusation(String body) {
        return body.equals("outside")
                ? Map.of("disciplineBody", body, "outsideBody", "江城市人民检察院")
                : Map.of("disciplineBody", body);
    }

    private Map<String, Object> giveSimplifiedAnswer(Matter matter) {
        return Map.of(
                "simplifiedOutcome",
                oneOf("SETTLED", "SUPPORTED", "INFORMED"),
                "simplifiedAnswer",
                "已到现场处理，来信所述情况当日解决。",
                "answerWay",
                reachable(matter) ? oneOf("PHONE", "ORAL", "POST", "ELECTRONIC", "IN_PERSON") : "PUBLISHED",
                "answeredOn",
                Time.today().toString(),
                "answerNote",
                "本人接听，没有异议。");
    }

    /** By the simplified procedure where it is proposed, and once in a while where it is only not shut out. */
    private Map<String, Object> decideAcceptance(Matter matter, JsonNode shown) {
        boolean shutOut = shown.path("simplifiedProposal").asText().contains("不得适用");
        if (!shutOut && likely(shown.path("procedure").asText().equals("SIMPLIFIED") ? 70 : 5)) {
            return Map.of(
                    "decision",
                    "ACCEPT",
                    "procedure",
                    "SIMPLIFIED",
                    "simplifiedReason",
                    "事实清楚、责任明确，易于解决。",
                    "deliveryMethod",
                    notice(matter));
        }
        if (likely(88)) {
            return Map.of("decision", "ACCEPT", "deliveryMethod", notice(matter));
        }
        return Map.of(
                "decision",
                "DECLINE",
                "declineReason",
                oneOf("LEGAL_ROUTE", "IN_HANDLING"),
                "whereToGo",
                "请按本告知书所列途径向有权处理的机关提出。",
                "deliveryMethod",
                notice(matter));
    }

    private Map<String, Object> sign(Map<String, Object> also) {
        if (likely(15)) {
            return Map.of("decision", "RETURN", "signComment", "请补充查明的事实和依据。");
        }
        Map<String, Object> fields = new HashMap<>(also);
        fields.put("decision", "SIGN");
        return fields;
    }

    private String notice(Matter matter) {
        return reachable(matter) ? oneOf("POST", "ELECTRONIC") : "NOT_DUE";
    }

    private boolean reachable(Matter matter) {
        return cases.hasAddressee(matter.id);
    }

    private boolean likely(int percent) {
        return chance.nextInt(100) < percent;
    }

    private String oneOf(String... words) {
        return words[chance.nextInt(words.length)];
    }

    private String any(JsonNode options, String except) {
        List<String> values = new ArrayList<>();
        options.forEach(option -> values.add(option.path("value").asText()));
        values.remove(except);
        if (values.isEmpty()) {
            throw new IllegalStateException("the form offers nothing to choose");
        }
        return values.get(chance.nextInt(values.size()));
    }
}
