package org.huiyin.api;

import com.fasterxml.jackson.annotation.JsonCreator;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.casefile.CleanText;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/** What is looked for; several words of it must all fit. */
record SearchRequest(Optional<String> number, Optional<String> name, Optional<String> phone, Optional<String> text) {
    private static final int LONGEST = 200;
    private static final int SHORTEST_TEXT = 2;

    @JsonCreator
    static SearchRequest of(
            @Nullable String number, @Nullable String name, @Nullable String phone, @Nullable String text) {
        SearchRequest request = new SearchRequest(
                clean("number", "信访编号", number),
                clean("name", "姓名", name),
                clean("phone", "电话", phone),
                clean("text", "文字", text));
        if (Stream.of(request.number, request.name, request.phone, request.text).allMatch(Optional::isEmpty)) {
            throw InvalidInput.of("text", "查找条件", "请至少填写编号、姓名、电话、文字中的一项。");
        }
        if (request.text.filter(words -> words.length() < SHORTEST_TEXT).isPresent()) {
            throw InvalidInput.of("text", "文字", "至少填写2个字。");
        }
        return request;
    }

    private static Optional<String> clean(String field, String label, @Nullable String given) {
        return Optional.ofNullable(given)
                .map(words -> CleanText.of(field, label, words, LONGEST))
                .filter(words -> !words.isEmpty());
    }

    /** Never prints whom somebody looks for. */
    @Override
    public String toString() {
        return "SearchRequest";
    }
}
