package org.huiyin.portal;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.ViewControllerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Short addresses of the public pages; what is personal stays behind the # and never reaches a server's log. */
@Configuration(proxyBeanMethods = false)
class PublicPages implements WebMvcConfigurer {
    @Override
    public void addViewControllers(ViewControllerRegistry pages) {
        pages.addViewController("/progress").setViewName("forward:/portal/progress.html");
    }
}
