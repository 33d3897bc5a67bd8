package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 流程和运行轨迹 of a matter under the login of the webapps: what Cockpit marks on its diagrams. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}")
class TrailPages {
    private final WebappLogin login;
    private final TrailDesk desk;

    TrailPages(WebappLogin login, TrailDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    /** None for whoever reads no whole models, whatever the number. */
    @GetMapping("/instances")
    ResponseEntity<List<TrailPage.InstanceLine>> instances(@PathVariable String number) {
        return unstored(desk.instances(login.officer(), CaseDeskPages.petition(number)));
    }

    /** Of this instance; of the whole life of the matter when none is named. */
    @GetMapping("/trail")
    ResponseEntity<TrailPage> trail(
            @PathVariable String number, @RequestParam(required = false) @Nullable String instance) {
        return unstored(desk.trail(
                login.officer(),
                CaseDeskPages.petition(number),
                Optional.ofNullable(instance).filter(id -> !id.isBlank())));
    }
}
