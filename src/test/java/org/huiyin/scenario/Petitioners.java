package org.huiyin.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.huiyin.testkit.Api;
import org.huiyin.testkit.Api.Answer;

/** The people who wrote the letters: they look with their query code, and some of them say something. */
final class Petitioners {
    private static final List<String> RATINGS = List.of("SATISFIED", "FAIRLY_SATISFIED", "DISSATISFIED");

    private final Api api;

    Petitioners(int port) {
        this.api = Api.anonymous(port);
    }

    /** Looks where the matter stands and does what this petitioner is going to do and may do today. */
    void lookAt(Matter matter) {
        if (!wantsSomething(matter)) {
            return;
        }
        JsonNode voice = told("/api/v1/progress", matter, Map.of()).path("voice");
        if (matter.acknowledges
                && !matter.acknowledged
                && voice.path("mayAcknowledge").asBoolean()) {
            told("/api/v1/receipts", matter, Map.of());
            matter.acknowledged = true;
        } else if (matter.evaluates && !matter.evaluated && voice.hasNonNull("mayEvaluateUntil")) {
            told(
                    "/api/v1/evaluations",
                    matter,
                    ratings(matter.chance, voice.path("ratesOffice").asBoolean()));
            matter.evaluated = true;
        } else if (matter.asksForReview && !matter.askedForReview && voice.hasNonNull("mayRequestReviewUntil")) {
            told("/api/v1/review-requests", matter, Map.of("reasons", "处理意见没有回应我提出的主要问题，请求重新核实。"));
            matter.askedForReview = true;
        }
    }

    private static boolean wantsSomething(Matter matter) {
        return (matter.acknowledges && !matter.acknowledged)
                || (matter.evaluates && !matter.evaluated)
                || (matter.asksForReview && !matter.askedForReview);
    }

    private static Map<String, Object> ratings(Random chance, boolean office) {
        Map<String, Object> ratings = new HashMap<>();
        ratings.put("organRating", RATINGS.get(chance.nextInt(RATINGS.size())));
        ratings.put("comment", "希望以后快一些。");
        if (office) {
            ratings.put("officeRating", RATINGS.get(chance.nextInt(RATINGS.size())));
        }
        return ratings;
    }

    private JsonNode told(String path, Matter matter, Map<String, Object> also) {
        Map<String, Object> body = new HashMap<>(also);
        body.put("number", matter.id.value());
        body.put("queryCode", matter.queryCode);
        Answer answer = api.post(path, body);
        if (answer.status() != 200) {
            throw new AssertionError(path + " for " + matter + ": " + answer);
        }
        return answer.json();
    }
}
