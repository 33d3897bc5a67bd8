package org.huiyin.intake;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.huiyin.casefile.Letter;
import org.huiyin.engine.DecisionRow;
import org.huiyin.engine.Decisions;
import org.huiyin.intake.Signs.Word;
import org.springframework.stereotype.Component;

/** The list of words that analysts keep in {@code wordMarks.dmn}; the table hears which list is asked for, never the letter. */
@Component
class WordList {
    private static final String TABLE = "wordMarks";

    private final Decisions decisions;

    WordList(Decisions decisions) {
        this.decisions = decisions;
    }

    Signs read(Letter letter) {
        String heading = letter.title() + "。" + letter.subject();
        return Signs.in(heading, letter.content() + "。" + letter.demand(), words());
    }

    private List<Word> words() {
        return Arrays.stream(Mark.values())
                .flatMap(mark -> decisions.evaluate(TABLE, Map.of("mark", mark.name())).stream()
                        .flatMap(row -> words(mark, row)))
                .toList();
    }

    private static Stream<Word> words(Mark mark, DecisionRow row) {
        int weight = row.number("weight");
        return Arrays.stream(row.text("words").split("、", -1)).map(text -> new Word(mark, text.strip(), weight));
    }
}
