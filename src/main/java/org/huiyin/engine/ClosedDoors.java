package org.huiyin.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** Doors of the engine's web applications that lead past the case file or past the administrator. */
@Configuration(proxyBeanMethods = false)
class ClosedDoors {
    private static final Pattern OUTSIDE_THE_CASE_FILE = Pattern.compile(".*/(comment|attachment)/create/?");

    /** CVE-2026-77226: the first-run page would let an anonymous caller create an administrator; ours comes at the start. */
    @Bean
    FilterRegistrationBean<Filter> setupIsClosed() {
        return first(
                (request, response, chain) ->
                        ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN),
                "/camunda/api/admin/setup/*",
                "/camunda/app/admin/*/setup/*");
    }

    /** The services refuse these too, but the engine's interface would answer in words that help nobody. */
    @Bean
    FilterRegistrationBean<Filter> commentsGoToTheCaseFile() {
        return first(ClosedDoors::pointToTheCaseFile, "/camunda/api/engine/*");
    }

    private static void pointToTheCaseFile(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        HttpServletRequest asked = (HttpServletRequest) request;
        if (!OUTSIDE_THE_CASE_FILE.matcher(asked.getRequestURI()).matches()) {
            chain.doFilter(request, response);
            return;
        }
        HttpServletResponse answer = (HttpServletResponse) response;
        answer.setStatus(HttpServletResponse.SC_FORBIDDEN);
        answer.setContentType("application/json");
        answer.setCharacterEncoding(StandardCharsets.UTF_8.name());
        answer.getWriter()
                .write("{\"type\":\"InvalidRequestException\",\"message\":\"" + GuardedTaskService.CASE_FILE + "\"}");
    }

    private static FilterRegistrationBean<Filter> first(Filter filter, String... patterns) {
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns(patterns);
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
