package org.huiyin.api;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.servlet.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The last answer when no page or controller gave one: a problem for machines, one Chinese sentence for people. */
@RestController
class ErrorAnswer implements ErrorController {
    private static final String PAGE = """
            <!DOCTYPE html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <title>%1$s · 回音</title><link rel="stylesheet" href="/assets/site.css"></head>
            <body><main class="wide"><h1>%1$s</h1><p><a href="/">回到首页</a></p></main></body></html>
            """;

    @RequestMapping(path = "${server.error.path:${error.path:/error}}")
    ResponseEntity<?> answer(HttpServletRequest request) {
        HttpStatus status = status(request);
        String text = status.is4xxClientError() ? ApiErrors.explain(status) : "系统没有办成，请稍后再试；仍然不行请联系管理员。";
        if (wantsPage(request)) {
            return ResponseEntity.status(status)
                    .contentType(MediaType.parseMediaType("text/html;charset=UTF-8"))
                    .body(PAGE.formatted(status == HttpStatus.NOT_FOUND ? "没有这一页" : text));
        }
        return Problems.of(status, text);
    }

    private static boolean wantsPage(HttpServletRequest request) {
        @Nullable String accept = request.getHeader("Accept");
        String path = String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
        return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE) && !path.startsWith("/api/v1");
    }

    private static HttpStatus status(HttpServletRequest request) {
        Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        @Nullable HttpStatus status = code instanceof Integer value ? HttpStatus.resolve(value) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }
}
