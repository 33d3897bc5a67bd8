package org.huiyin.testkit;

import java.util.HashMap;
import java.util.Map;

/** What an officer types into the forms of intake and dispatch: invented, complete, and to be varied with {@link #with}. */
public final class Typed {
    public static final String NAME = "白鹭洲";
    public static final String PHONE = "13900001234";

    private Typed() {}

    public static Map<String, Object> letter() {
        return with(
                Map.of(
                        "receivedOn",
                        Time.today().toString(),
                        "petitionerName",
                        NAME,
                        "phone",
                        PHONE,
                        "address",
                        "滨江区望江路8号",
                        "title",
                        "请求修复小区供水管道"),
                "content",
                "小区供水管道漏水两月有余，请求修复。",
                "subject",
                "物业管理");
    }

    public static Map<String, Object> visit() {
        return with(letter(), "purpose", "REQUEST", "visitorCount", 1, "confirmedByVisitor", true);
    }

    public static Map<String, Object> call() {
        return with(letter(), "purpose", "REQUEST");
    }

    public static Map<String, Object> answeredOnTheSpot(Map<String, Object> typed) {
        return with(typed, "answeredOnTheSpot", true, "spotAnswer", "维修单位今日到场，管道当日修复。", "spotConfirmation", "ORAL");
    }

    /** To the ordinary procedure, at another organ. */
    public static Map<String, Object> appeal() {
        return Map.of("petitionClass", "APPEAL", "route", "PETITION");
    }

    public static Map<String, Object> forwardTo(String organ) {
        return Map.of("receivingOrgan", organ, "forwardReason", "属该单位职责。");
    }

    public static Map<String, Object> signIn(String handler) {
        return Map.of("decision", "SIGN", "handler", handler);
    }

    public static Map<String, Object> objection(String proposedOrgan) {
        return Map.of("decision", "OBJECT", "objectionReason", "该管道属市政管网，不属本局职责。", "proposedOrgan", proposedOrgan);
    }

    /** The same with further or other fields: key, value, key, value. */
    public static Map<String, Object> with(Map<String, Object> typed, Object... more) {
        Map<String, Object> all = new HashMap<>(typed);
        for (int i = 0; i < more.length; i += 2) {
            all.put((String) more[i], more[i + 1]);
        }
        return all;
    }
}
