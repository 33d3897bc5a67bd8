package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import org.huiyin.engine.Actor;
import org.huiyin.kernel.OfficerId;
import org.huiyin.ledger.Ledger;
import org.huiyin.ledger.LedgerPage;
import org.huiyin.ledger.LedgerRequest;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The ledger for machines: the same rows, the same rights. What is looked for comes in the body. */
@RestController
@RequestMapping("/api/v1/ledger")
@Tag(name = "台账")
class LedgerApi {
    private final Ledger ledger;
    private final Clock clock;

    LedgerApi(Ledger ledger, Clock clock) {
        this.ledger = ledger;
        this.clock = clock;
    }

    @PostMapping("/page")
    @Operation(summary = "台账的一页", description = "每件一行，按权限；cursor 取上一页的 next，排序不变。")
    LedgerPage page(@RequestBody LedgerRequest asked) {
        return ledger.page(asked, Actor.current());
    }

    @PostMapping("/export")
    @Operation(summary = "导出台账", description = "XLSX；何人何时按什么条件导出多少件留有记录。")
    void export(@RequestBody LedgerRequest asked, HttpServletResponse response) throws IOException {
        OfficerId person = Actor.current();
        long begun = ledger.beginExport(asked, person);
        response.setContentType(Ledger.MEDIA_TYPE);
        response.setHeader("Content-Disposition", Ledger.disposition(LocalDate.now(clock)));
        ledger.export(begun, asked, person, response.getOutputStream());
    }
}
