package org.huiyin.desk;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.filter.OncePerRequestFilter;
import org.springframework.web.util.ContentCachingResponseWrapper;

/** When the engine's REST says no to an officer, it says so in Chinese and without the engine's wrapping. */
@Configuration(proxyBeanMethods = false)
class EngineAnswers {
    @Bean
    FilterRegistrationBean<OncePerRequestFilter> engineAnswersInChinese(ObjectMapper json) {
        FilterRegistrationBean<OncePerRequestFilter> registration = new FilterRegistrationBean<>(new InChinese(json));
        registration.addUrlPatterns("/camunda/api/engine/*");
        return registration;
    }

    private static final class InChinese extends OncePerRequestFilter {
        private static final Pattern STEP = Pattern.compile(".*/(task|process-definition)/[^/]+/.+");

        private final ObjectMapper json;

        InChinese(ObjectMapper json) {
            this.json = json;
        }

        /** Reading may stream long lists and is left alone. */
        @Override
        protected boolean shouldNotFilter(HttpServletRequest request) {
            return request.getMethod().equals("GET")
                    || !STEP.matcher(request.getRequestURI()).matches();
        }

        @Override
        protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                throws ServletException, IOException {
            ContentCachingResponseWrapper answer = new ContentCachingResponseWrapper(response);
            chain.doFilter(request, answer);
            if (answer.getStatus() >= HttpServletResponse.SC_BAD_REQUEST) {
                translate(answer);
            }
            answer.copyBodyToResponse();
        }

        private void translate(ContentCachingResponseWrapper answer) throws IOException {
            JsonNode body;
            try {
                body = json.readTree(answer.getContentAsByteArray());
            } catch (JsonProcessingException e) {
                return;
            }
            if (body instanceof ObjectNode fields) {
                String message = fields.path("message").asText("");
                String type = fields.path("type").asText("");
                fields.put("message", EngineMessage.inChinese(type, message, answer.getStatus()));
                answer.resetBuffer();
                answer.getOutputStream().write(fields.toString().getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
