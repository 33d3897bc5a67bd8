package org.huiyin.engine;

import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;

/** CVE-2026-77226: the first-run page would let an anonymous caller create an administrator; ours comes at the start. */
@Configuration(proxyBeanMethods = false)
class SetupClosed {
    @Bean
    FilterRegistrationBean<Filter> setupClosedFilter() {
        Filter closed = (request, response, chain) ->
                ((HttpServletResponse) response).sendError(HttpServletResponse.SC_FORBIDDEN);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(closed);
        registration.addUrlPatterns("/camunda/api/admin/setup/*", "/camunda/app/admin/*/setup/*");
        registration.setOrder(Ordered.HIGHEST_PRECEDENCE);
        return registration;
    }
}
