package org.huiyin.api;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import java.util.List;
import java.util.stream.Collectors;
import org.huiyin.kernel.FieldError;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Why a body could not be read, without repeating what was in it. */
final class UnreadableBody {
    private static final int LONGEST_NAME = 60;

    private UnreadableBody() {}

    static ResponseEntity<ProblemDetail> explain(HttpMessageNotReadableException unreadable) {
        for (Throwable cause = unreadable; cause != null; cause = cause.getCause()) {
            if (cause instanceof RequestLimits.BodyTooLong) {
                return Problems.of(HttpStatus.PAYLOAD_TOO_LARGE, RequestLimits.BodyTooLong.MESSAGE);
            }
            if (cause instanceof UnrecognizedPropertyException unknown) {
                return field(unknown, "没有这个字段，请对照接口文档检查拼写。");
            }
            if (cause instanceof MismatchedInputException wrong
                    && !wrong.getPath().isEmpty()) {
                return field(wrong, "类型不对，应为" + expected(wrong.getTargetType()) + "。");
            }
            if (cause instanceof JacksonException broken && broken.getLocation() != null) {
                return Problems.of(
                        HttpStatus.BAD_REQUEST,
                        "不是可以读懂的 JSON（第%d行第%d列附近），请检查格式和 UTF-8 编码。"
                                .formatted(
                                        broken.getLocation().getLineNr(),
                                        broken.getLocation().getColumnNr()));
            }
        }
        return Problems.of(HttpStatus.BAD_REQUEST, "请求内容为空或者不是可以读懂的 JSON，请检查格式和 UTF-8 编码。");
    }

    private static ResponseEntity<ProblemDetail> field(JsonMappingException wrong, String message) {
        String name = wrong.getPath().stream()
                .map(step -> step.getFieldName() == null ? "[" + step.getIndex() + "]" : step.getFieldName())
                .collect(Collectors.joining("."));
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        FieldError error = new FieldError(shown, shown, message);
        return Problems.of(HttpStatus.BAD_REQUEST, error.toString(), List.of(error));
    }

    private static String expected(Class<?> type) {
        if (type == Boolean.class || type == boolean.class) {
            return " true 或 false";
        }
        if (Number.class.isAssignableFrom(type) || type == int.class) {
            return "数字";
        }
        if (List.class.isAssignableFrom(type)) {
            return "列表";
        }
        return type == String.class ? "文字" : "对象";
    }
}
