package org.huiyin.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.time.OffsetDateTime;
import org.huiyin.api.ImportTable.ImportRow;
import org.huiyin.engine.Actor;
import org.huiyin.intake.ImportProgress;
import org.huiyin.intake.Imports;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Right;
import org.huiyin.organ.RightMissing;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Letters by the file. */
@RestController
@Tag(name = "批量导入")
class ImportApi {
    private final LetterImport letters;
    private final ImportTable table;
    private final RejectedRows rejectedRows;
    private final Imports imports;
    private final Organs organs;
    private final CaseRights rights;

    ImportApi(
            LetterImport letters,
            ImportTable table,
            RejectedRows rejectedRows,
            Imports imports,
            Organs organs,
            CaseRights rights) {
        this.letters = letters;
        this.table = table;
        this.rejectedRows = rejectedRows;
        this.imports = imports;
        this.organs = organs;
        this.rights = rights;
    }

    record ImportStatus(
            String id, OffsetDateTime importedAt, int accepted, int rejected, int duplicates, Lifecycles lifecycles) {}

    record Lifecycles(int registered, int started, boolean done) {
        static Lifecycles of(ImportProgress progress) {
            return new Lifecycles(progress.registered(), progress.started(), progress.isDone());
        }
    }

    @PostMapping(path = "/api/v1/petitions/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "导入信件",
            description = "CSV（UTF-8）或 XLSX，最大 50 MB、50000 行；必填列为内容、收到时间；有来源编号的行重复导入不会重复登记；dryRun=true 只检查。")
    ImportAnswer take(@RequestPart("file") MultipartFile file, @RequestParam(defaultValue = "false") boolean dryRun)
            throws IOException {
        OfficerId person = Actor.current();
        OrganId organ = organs.organOf(person).map(Organ::id).orElseThrow(() -> new RightMissing(Right.IMPORT));
        rights.require(Right.IMPORT, organ);
        return letters.take(LetterFile.read(file.getBytes()), organ, person, dryRun);
    }

    @GetMapping("/api/v1/imports/{id}")
    @Operation(summary = "导入进度", description = "登记后流程在后台成批启动，这里看启动了多少。")
    ImportStatus show(@PathVariable String id) {
        ImportRow row = visible(id);
        return new ImportStatus(
                row.id(),
                Times.beijing(row.importedAt()),
                row.accepted(),
                row.rejected(),
                row.duplicates(),
                Lifecycles.of(imports.progress(id)));
    }

    @GetMapping("/api/v1/imports/{id}/rejected.csv")
    @Operation(summary = "未能登记的行", description = "改正后可以原样重新导入，“行号”“错误”两列会被忽略。")
    ResponseEntity<String> rejected(@PathVariable String id) {
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType("text/csv;charset=UTF-8"))
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"rejected-" + id + ".csv\"")
                .body(rejectedRows.csv(visible(id)));
    }

    private ImportRow visible(String id) {
        ImportRow row = table.find(id).orElseThrow(ImportApi::missing);
        rights.require(Right.IMPORT, row.organ(), ImportApi::missing);
        return row;
    }

    private static NotFound missing() {
        return new NotFound("没有这次导入，或者它不是本机关的。");
    }
}
