package org.huiyin.desk;

import com.samskivert.mustache.Template;
import java.util.List;
import java.util.Map;
import org.huiyin.engine.HuiyinMode;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front door: leads each audience to its own. Demo people are named only where the city is invented. */
@RestController
class LandingPage {
    private final SitePage site;
    private final Environment environment;
    private final Template template = SitePage.template("landing.html");

    LandingPage(SitePage site, Environment environment) {
        this.site = site;
        this.environment = environment;
    }

    @GetMapping(path = "/", produces = HandbookPages.HTML)
    String show() {
        boolean demo = environment.getProperty(HuiyinMode.DEMO, Boolean.class, false);
        return site.of(
                "回音 · 信访事项办理系统",
                template.execute(Map.of("demo", demo, "password", "Huiyin-Demo-2026", "people", List.of())));
    }
}
