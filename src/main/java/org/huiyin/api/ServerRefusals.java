package org.huiyin.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.springframework.boot.web.embedded.tomcat.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Requests that the server refuses before any of our code sees them (broken addresses, broken headers). */
@Component
class ServerRefusals implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {
    @Override
    public void customize(TomcatServletWebServerFactory server) {
        server.addContextCustomizers(context -> {
            if (context.getParent() instanceof StandardHost host) {
                host.setErrorReportValveClass(InChinese.class.getName());
            }
        });
    }

    /** Made by the server, which knows only its name. */
    public static final class InChinese extends ErrorReportValve {
        @Override
        protected void report(Request request, Response response, Throwable thrown) {
            if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
                return;
            }
            String text = response.getStatus() < 500 ? "请求的地址或格式不对，请检查后重试。" : "系统没有办成，请稍后再试。";
            byte[] body = "{\"type\":\"about:blank\",\"title\":\"%s\",\"status\":%d,\"detail\":\"%s\",\"errors\":[]}"
                    .formatted(response.getStatus() < 500 ? "请求无法处理" : "系统出错", response.getStatus(), text)
                    .getBytes(StandardCharsets.UTF_8);
            try {
                response.setContentType("application/problem+json");
                response.getOutputStream().write(body);
                response.finishResponse();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
