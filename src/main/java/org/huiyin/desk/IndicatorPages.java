package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import java.util.List;
import org.huiyin.supervision.IndicatorQuery;
import org.huiyin.supervision.Indicators;
import org.huiyin.supervision.MatterPage;
import org.huiyin.supervision.Reading;
import org.huiyin.supervision.ReportPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 指标 on the board, under the login of the webapps. */
@RestController
@RequestMapping("/camunda/api/huiyin/board/indicators")
class IndicatorPages {
    private final WebappLogin login;
    private final Indicators indicators;

    IndicatorPages(WebappLogin login, Indicators indicators) {
        this.login = login;
        this.indicators = indicators;
    }

    @GetMapping
    ResponseEntity<List<Reading>> read(
            @RequestParam(required = false) @Nullable String within,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to) {
        return unstored(indicators.read(login.officer(), BoardPages.organ(within), ReportPeriod.of(from, to)));
    }

    /** Ids and dates only: they may stand in an address. */
    @GetMapping("/matters")
    ResponseEntity<MatterPage> matters(IndicatorQuery.Asked asked) {
        return unstored(indicators.matters(login.officer(), IndicatorQuery.of(asked)));
    }
}
