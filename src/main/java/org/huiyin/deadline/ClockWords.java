package org.huiyin.deadline;

import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.huiyin.casefile.FactWords;
import org.springframework.stereotype.Component;

/** What the clocks write into the journal, in words. */
@Component
class ClockWords implements FactWords {
    private static final FactWords LAMPS = FactWords.of("lamp", Lamp.class);

    private final Supplier<Map<String, String>> names;

    ClockWords(TimeLimitTable limits, RuleVersion version) {
        this.names = version.follow(() -> limits.all().stream()
                .filter(TimeLimit::isNational)
                .collect(Collectors.toMap(limit -> limit.kind().code(), TimeLimit::name, (one, other) -> one)));
    }

    @Override
    public Optional<String> word(String key, String code) {
        return key.equals("clock") ? Optional.ofNullable(names.get().get(code)) : LAMPS.word(key, code);
    }
}
