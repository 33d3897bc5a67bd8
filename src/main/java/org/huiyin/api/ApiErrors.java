package org.huiyin.api;

import java.util.List;
import org.huiyin.casefile.NoSuchPetition;
import org.huiyin.casefile.QueryCodeLocked;
import org.huiyin.deadline.NoSuchRuleChange;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.organ.RightMissing;
import org.huiyin.portal.WrongKey;
import org.huiyin.supervision.OutOfReach;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;

/** What went wrong, as the caller should read it; nothing of how it went wrong inside. */
@RestControllerAdvice(basePackages = {"org.huiyin.api", "org.huiyin.portal"})
class ApiErrors {
    private static final Logger log = LoggerFactory.getLogger(ApiErrors.class);

    @ExceptionHandler
    ResponseEntity<ProblemDetail> invalid(InvalidInput wrong) {
        return Problems.of(HttpStatus.BAD_REQUEST, Problems.text(wrong), wrong.errors());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> unreadable(HttpMessageNotReadableException unreadable) {
        return UnreadableBody.explain(unreadable);
    }

    @ExceptionHandler({NoSuchPetition.class, NoSuchRuleChange.class, NotFound.class, WrongKey.class})
    ResponseEntity<ProblemDetail> notFound(RuntimeException missing) {
        return Problems.of(HttpStatus.NOT_FOUND, Problems.text(missing));
    }

    @ExceptionHandler({RightMissing.class, OutOfReach.class})
    ResponseEntity<ProblemDetail> forbidden(RuntimeException forbidden) {
        return Problems.of(HttpStatus.FORBIDDEN, Problems.text(forbidden));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> tooManyTries(QueryCodeLocked locked) {
        ResponseEntity<ProblemDetail> answer = Problems.of(HttpStatus.TOO_MANY_REQUESTS, Problems.text(locked));
        return ResponseEntity.status(answer.getStatusCode())
                .headers(answer.getHeaders())
                .header(
                        HttpHeaders.RETRY_AFTER,
                        String.valueOf(locked.remaining().toSeconds() + 1))
                .body(answer.getBody());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> conflict(Conflict conflict) {
        return Problems.of(HttpStatus.CONFLICT, Problems.text(conflict));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> changedMeanwhile(ConcurrencyFailureException conflict) {
        return Problems.of(HttpStatus.CONFLICT, "这件事项刚刚有人改动过，请重新读取后再办。");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingPart(MissingServletRequestPartException missing) {
        return invalid(InvalidInput.of(missing.getRequestPartName(), "文件", "缺少文件，请以 multipart/form-data 的 file 字段上传。"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> wrongType(MethodArgumentTypeMismatchException wrong) {
        return invalid(InvalidInput.of(wrong.getName(), wrong.getName(), "格式不对，请检查。"));
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> missingParameter(ServletRequestBindingException missing) {
        return Problems.of(HttpStatus.BAD_REQUEST, "缺少必需的参数或请求头。");
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> other(Exception failure) {
        if (failure instanceof ErrorResponse known && known.getStatusCode().is4xxClientError()) {
            return Problems.of(known.getStatusCode(), explain(known.getStatusCode()), List.of());
        }
        log.error("request failed", failure);
        return Problems.of(HttpStatus.INTERNAL_SERVER_ERROR, "系统没有办成，什么也没有写入；请稍后再试，仍然不行请联系管理员。");
    }

    static String explain(HttpStatusCode status) {
        return switch (status.value()) {
            case 404 -> "没有这个地址，请对照接口文档检查。";
            case 405 -> "这个地址不支持这种操作，请对照接口文档检查请求方法。";
            case 406 -> "只能以 JSON 回答，请检查 Accept 请求头。";
            case 415 -> "不支持这种内容格式，请检查 Content-Type 请求头；一般应为 application/json。";
            default -> "请求的格式不对，请对照接口文档检查。";
        };
    }
}
