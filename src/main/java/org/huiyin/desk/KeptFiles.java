package org.huiyin.desk;

import java.time.Duration;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * What browsers may keep of files that are the same for everybody: where an address names a version, the file, and elsewhere
 * the file for as long as its fingerprint is the same. Without a word from us the engine's filters have most of its own
 * compared by date with every page, and below our own pages nothing is kept.
 */
@Configuration(proxyBeanMethods = false)
class KeptFiles implements WebMvcConfigurer {
    private static final String WEBAPPS = "classpath:/META-INF/resources/webjars/camunda/";
    static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePublic().immutable();
    /** Fonts and signs of the engine, whose addresses name no version. */
    private static final CacheControl FOR_A_MONTH =
            CacheControl.maxAge(Duration.ofDays(30)).cachePublic();

    @Override
    public void addResourceHandlers(ResourceHandlerRegistry files) {
        files.addResourceHandler("/camunda/lib/*")
                .addResourceLocations(WEBAPPS + "lib/")
                .setCacheControl(FOR_EVER);
        files.addResourceHandler("/camunda/app/*/camunda-*")
                .addResourceLocations(WEBAPPS + "app/")
                .setCacheControl(FOR_EVER);
        files.addResourceHandler("/camunda/assets/*")
                .addResourceLocations(WEBAPPS + "assets/")
                .setCacheControl(FOR_A_MONTH);
        files.addResourceHandler("/webjars/echarts/**")
                .addResourceLocations("classpath:/META-INF/resources/webjars/echarts/")
                .setCacheControl(FOR_EVER);
        compared(files, "/camunda/app/*/locales/*", WEBAPPS + "app/");
        compared(files, "/**", "classpath:/static/", "classpath:/META-INF/resources/");
    }

    private static void compared(ResourceHandlerRegistry files, String addresses, String... places) {
        files.addResourceHandler(addresses)
                .addResourceLocations(places)
                .setCacheControl(CacheControl.noCache())
                .setUseLastModified(false)
                .setEtagGenerator(Fingerprint::tag);
    }
}
