package org.huiyin.deadline;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;

/** Proposals as they are kept. */
final class RuleContent {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addModules(new JavaTimeModule(), new Jdk8Module())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    private RuleContent() {}

    static String write(RuleProposal proposal) {
        try {
            return JSON.writeValueAsString(proposal);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proposal cannot be written", e);
        }
    }

    static RuleProposal read(RuleSubject subject, String content) {
        try {
            return switch (subject) {
                case CALENDAR -> JSON.readValue(content, CalendarProposal.class);
                case TIME_LIMIT -> JSON.readValue(content, TimeLimitProposal.class);
            };
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a proposal cannot be read", e);
        }
    }
}
