package org.huiyin.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The measure itself: a path not taken is told. */
@HuiyinTest
class PathCoverageTest {
    @Autowired
    ProcessEngine engine;

    @Test
    void nodesAndFlowsThatNoTokenPassedAreNamed() {
        PathCoverage reviews = PathCoverage.of("petitionReview");
        reviews.forget();

        ProcessInstance review = engine.getRuntimeService()
                .startProcessInstanceByKey("petitionReview", "9901002026010101999999", Map.of());
        engine.getRuntimeService()
                .signal(
                        engine.getRuntimeService()
                                .createExecutionQuery()
                                .processInstanceId(review.getId())
                                .activityId("awaitReviewRequest")
                                .singleResult()
                                .getId(),
                        Map.of("reviewRequested", false));

        assertThat(reviews.isComplete()).isFalse();
        assertThat(reviews.missing()).contains("isReviewRequested_yes", "decideReview", "reviewDecided");
        assertThat(reviews.missing())
                .doesNotContainAnyElementsOf(
                        List.of("reviewWindowOpened", "awaitReviewRequest", "isReviewRequested", "reviewWindowLapsed"));
    }
}
