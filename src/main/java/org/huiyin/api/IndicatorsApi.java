package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.supervision.Indicators;
import org.huiyin.supervision.Reading;
import org.huiyin.supervision.ReportPeriod;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** 指标 for machines: the same figures as on the board, never a rate without what it is of. */
@RestController
@RequestMapping("/api/v1/indicators")
@Tag(name = "指标")
class IndicatorsApi {
    private final Indicators indicators;
    private final Organs organs;
    private final Clock clock;

    IndicatorsApi(Indicators indicators, Organs organs, Clock clock) {
        this.indicators = indicators;
        this.organs = organs;
        this.clock = clock;
    }

    record OrganAnswer(String code, String name) {
        static OrganAnswer of(Organ organ) {
            return new OrganAnswer(organ.id().value(), organ.name());
        }
    }

    record IndicatorsAnswer(
            LocalDate from, LocalDate to, LocalDate asOf, Optional<OrganAnswer> organ, List<Reading> indicators) {}

    @GetMapping
    @Operation(
            summary = "指标",
            description = "各项指标的分子、分母和构成；起止两日都计入，一次最多一年。事项按到期日归入时段（counted 另有说明的除外）。"
                    + "分母不足三十件的只列件数，rate 和 mean 为空，note 写明原因；provisional 表示时段还没有过完，数字还会变。"
                    + "范围以本人看板的范围为限；organ 连同其下级。")
    IndicatorsAnswer indicators(
            @RequestParam(required = false) @Parameter(description = "起始日期，例如 2026-01-01", required = true) @Nullable
                    String from,
            @RequestParam(required = false) @Parameter(description = "截止日期，含当日", required = true) @Nullable String to,
            @RequestParam(required = false) @Parameter(description = "机关的编号；不填为本人看板的全部范围") @Nullable String organ) {
        ReportPeriod period = ReportPeriod.of(from, to);
        Optional<OrganId> of = organ(organ);
        List<Reading> readings = indicators.readOf(Actor.current(), of, period);
        return new IndicatorsAnswer(
                period.from(),
                period.to(),
                LocalDate.now(clock),
                of.flatMap(organs::find).map(OrganAnswer::of),
                readings);
    }

    private static Optional<OrganId> organ(@Nullable String id) {
        return Optional.ofNullable(id)
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .map(value -> {
                    if (!OrganId.isId(value)) {
                        throw InvalidInput.of("organ", "机关", "没有这个机关，请填写机关的编号，例如 binjiangHousingBureau。");
                    }
                    return new OrganId(value);
                });
    }
}
