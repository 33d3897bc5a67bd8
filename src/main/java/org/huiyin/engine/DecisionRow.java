package org.huiyin.engine;

import java.util.Map;
import java.util.Optional;

/**
 * A row of a decision table that fired.
 *
 * @param rule id of the row, as chosen in the table
 * @param outputs what the row says, by the names of the output columns; an empty cell is not there
 */
public record DecisionRow(String rule, Map<String, Object> outputs) {
    public DecisionRow {
        outputs = Map.copyOf(outputs);
    }

    public String text(String output) {
        return maybeText(output).orElseThrow(() -> missing(output));
    }

    public Optional<String> maybeText(String output) {
        return Optional.ofNullable(outputs.get(output)).map(String::valueOf);
    }

    public int number(String output) {
        if (outputs.get(output) instanceof Number value) {
            return value.intValue();
        }
        throw missing(output);
    }

    public boolean flag(String output) {
        return Boolean.TRUE.equals(outputs.get(output));
    }

    private IllegalStateException missing(String output) {
        return new IllegalStateException("row " + rule + " says nothing of " + output);
    }
}
