package org.huiyin.api;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.huiyin.kernel.FieldError;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;

/** Every refusal of the API: application/problem+json, in Chinese, with the fields that are wrong. */
@Component
class Problems {
    private final ObjectMapper json;

    Problems(ObjectMapper json) {
        this.json = json;
    }

    static ResponseEntity<ProblemDetail> of(HttpStatusCode status, String detail) {
        return of(status, detail, List.of());
    }

    static ResponseEntity<ProblemDetail> of(HttpStatusCode status, String detail, List<FieldError> errors) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(problem(status, detail, errors));
    }

    /** What an exception of ours says: Chinese, and for people. */
    static String text(RuntimeException refusal) {
        return String.valueOf(refusal.getMessage());
    }

    private static ProblemDetail problem(HttpStatusCode status, String detail, List<FieldError> errors) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setTitle(title(status.value()));
        problem.setProperty("errors", errors);
        return problem;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "输入有误";
            case 401 -> "请先登录";
            case 403 -> "没有权限";
            case 404 -> "没有找到";
            case 405 -> "不支持这种操作";
            case 406 -> "无法按要求的格式回答";
            case 409 -> "与现有情况冲突";
            case 413 -> "内容过大";
            case 415 -> "不支持这种格式";
            case 429 -> "尝试次数过多";
            default -> status < 500 ? "请求无法处理" : "系统出错";
        };
    }

    /** For filters, which answer before any controller is asked. */
    void write(HttpServletResponse response, HttpStatus status, String detail) throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.setStatus(status.value());
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.getOutputStream()
                .write(json.writeValueAsString(problem(status, detail, List.of()))
                        .getBytes(StandardCharsets.UTF_8));
    }

    void unauthorized(HttpServletRequest request, HttpServletResponse response, Exception refused) throws IOException {
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Huiyin\", charset=\"UTF-8\"");
        boolean tried = request.getHeader(HttpHeaders.AUTHORIZATION) != null;
        write(response, HttpStatus.UNAUTHORIZED, tried ? "用户名或密码不对，或者因多次输错被暂时锁定。" : "请用工作人员的用户名和密码登录（HTTP Basic）。");
    }

    void forbidden(HttpServletRequest request, HttpServletResponse response, Exception refused) throws IOException {
        write(response, HttpStatus.FORBIDDEN, "您没有这项操作的权限；如确需办理，请与本单位管理员联系。");
    }
}
