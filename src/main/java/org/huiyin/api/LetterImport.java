package org.huiyin.api;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.api.ImportAnswer.Line;
import org.huiyin.api.ImportAnswer.Wrong;
import org.huiyin.api.ImportTable.ImportRow;
import org.huiyin.api.ImportTable.RejectedRow;
import org.huiyin.casefile.AccusedParties;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.CaseLists;
import org.huiyin.casefile.Registered;
import org.huiyin.casefile.Registration;
import org.huiyin.intake.Imports;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Registers the letters of a file. Good rows are registered in one transaction and have their numbers when the caller is
 * answered; bad rows are kept to be corrected and sent again; their lives are begun behind it.
 */
@Component
class LetterImport {
    private static final String ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ";
    private static final int RANDOM_LETTERS = 8;

    private final CaseFile cases;
    private final CaseLists lists;
    private final Bars bars;
    private final AccusedParties accused;
    private final Organs organs;
    private final Imports imports;
    private final ImportTable table;
    private final RejectedRows rejectedRows;
    private final Clock clock;
    private final TransactionTemplate transaction;
    private final SecureRandom random = new SecureRandom();

    LetterImport(
            CaseFile cases,
            CaseLists lists,
            Bars bars,
            AccusedParties accused,
            Organs organs,
            Imports imports,
            ImportTable table,
            RejectedRows rejectedRows,
            Clock clock,
            PlatformTransactionManager transactions) {
        this.cases = cases;
        this.lists = lists;
        this.bars = bars;
        this.accused = accused;
        this.organs = organs;
        this.imports = imports;
        this.table = table;
        this.rejectedRows = rejectedRows;
        this.clock = clock;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** A dry run does all of it and takes it back, so that it says exactly what the real run would. */
    ImportAnswer take(Sheet sheet, OrganId organ, OfficerId by, boolean dryRun) {
        Map<Integer, Registration> good = new HashMap<>();
        Map<Integer, List<AccusedParty>> against = new HashMap<>();
        Map<Integer, List<Wrong>> bad = new HashMap<>();
        Map<Column, Integer> places = sheet.places();
        CaseLists.Now now = lists.now();
        for (Sheet.Row row : sheet.rows()) {
            try {
                List<AccusedParty> named = AccusedCell.read(cell(sheet, places, row, Column.ACCUSED), organs);
                good.put(row.line(), registration(sheet, places, row, now));
                against.put(row.line(), named);
            } catch (InvalidInput wrong) {
                bad.put(
                        row.line(),
                        wrong.errors().stream()
                                .map(error -> wrong(sheet, error))
                                .toList());
            }
        }
        String id = newId();
        return transaction.execute(status -> {
            Map<Integer, Registered> registered = register(id, sheet, good, organ, by);
            name(registered, against, by);
            if (dryRun) {
                status.setRollbackOnly();
                return answer(Optional.empty(), sheet, registered, barred(by, registered), bad);
            }
            ImportAnswer answer = answer(Optional.of(id), sheet, registered, barred(by, registered), bad);
            keep(answer, sheet, organ, by);
            if (answer.accepted() > 0) {
                imports.start(id);
            }
            return answer;
        });
    }

    private Registration registration(Sheet sheet, Map<Column, Integer> places, Sheet.Row row, CaseLists.Now lists) {
        if (row.cells().size() > sheet.header().size()) {
            throw InvalidInput.of(
                    "",
                    "整行",
                    "有" + row.cells().size() + "列，表头只有" + sheet.header().size() + "列；内容里有逗号的，请用英文双引号括起来。");
        }
        if (cell(sheet, places, row, Column.RECEIVED_AT).isBlank()) {
            throw InvalidInput.of(Column.RECEIVED_AT.field(), Column.RECEIVED_AT.label(), "必须填写。");
        }
        Registration registration =
                new FiledRow(column -> cell(sheet, places, row, column)).registration(clock.instant(), lists);
        cases.check(registration);
        return registration;
    }

    private static String cell(Sheet sheet, Map<Column, Integer> places, Sheet.Row row, Column column) {
        return Formula.unmarked(sheet.cell(row, places.getOrDefault(column, -1)).orElse(""));
    }

    private static Wrong wrong(Sheet sheet, FieldError error) {
        FieldError named = FiledLetter.named(error);
        String column = Column.ofField(named.field()).map(sheet::nameOf).orElse(named.label());
        return new Wrong(column, named.message());
    }

    private Map<Integer, Registered> register(
            String id, Sheet sheet, Map<Integer, Registration> good, OrganId organ, OfficerId by) {
        List<Integer> lines = sheet.rows().stream()
                .map(Sheet.Row::line)
                .filter(good::containsKey)
                .toList();
        List<Registered> registered =
                imports.registerAll(id, lines.stream().map(good::get).toList(), organ, by);
        Map<Integer, Registered> byLine = new HashMap<>();
        for (int i = 0; i < lines.size(); i++) {
            byLine.put(lines.get(i), registered.get(i));
        }
        return byLine;
    }

    /** Article 30: before anything is begun, so that nobody is offered what speaks against him; a row known already stays as it is. */
    private void name(Map<Integer, Registered> registered, Map<Integer, List<AccusedParty>> against, OfficerId by) {
        registered.forEach((line, row) -> {
            if (!row.isDuplicate()) {
                against.getOrDefault(line, List.of()).forEach(party -> accused.name(row.petition(), party, by));
            }
        });
    }

    /** A row that is in the register already is told with its number, but not to whoever must not learn of it (article 30). */
    private Set<PetitionId> barred(OfficerId by, Map<Integer, Registered> registered) {
        return bars.hidden(
                by,
                registered.values().stream()
                        .filter(Registered::isDuplicate)
                        .map(Registered::petition)
                        .toList());
    }

    private static ImportAnswer answer(
            Optional<String> id,
            Sheet sheet,
            Map<Integer, Registered> registered,
            Set<PetitionId> untold,
            Map<Integer, List<Wrong>> bad) {
        List<Line> lines = new ArrayList<>();
        for (Sheet.Row row : sheet.rows()) {
            Optional<Registered> entered = Optional.ofNullable(registered.get(row.line()));
            boolean duplicate = entered.filter(Registered::isDuplicate).isPresent();
            lines.add(new Line(
                    row.line(),
                    entered.filter(any -> id.isPresent() || duplicate)
                            .map(Registered::petition)
                            .filter(number -> !untold.contains(number))
                            .map(PetitionId::value),
                    entered.filter(any -> id.isPresent()).flatMap(Registered::queryCode),
                    duplicate,
                    bad.getOrDefault(row.line(), List.of())));
        }
        int duplicates = (int) lines.stream().filter(Line::duplicate).count();
        return new ImportAnswer(
                id, id.isEmpty(), registered.size() - duplicates, bad.size(), duplicates, List.copyOf(lines));
    }

    private void keep(ImportAnswer answer, Sheet sheet, OrganId organ, OfficerId by) {
        String id = answer.id().orElseThrow();
        List<RejectedRow> rejected = new ArrayList<>();
        for (int i = 0; i < sheet.rows().size(); i++) {
            List<Wrong> errors = answer.rows().get(i).errors();
            if (!errors.isEmpty()) {
                rejected.add(rejectedRows.sealed(id, sheet.rows().get(i), errors));
            }
        }
        table.insert(
                new ImportRow(
                        id,
                        organ,
                        by,
                        clock.instant(),
                        answer.accepted(),
                        answer.rejected(),
                        answer.duplicates(),
                        rejectedRows.header(sheet)),
                rejected);
    }

    /** I, the day, and letters nobody can guess. */
    private String newId() {
        StringBuilder id = new StringBuilder("I")
                .append(DateTimeFormatter.BASIC_ISO_DATE.format(LocalDate.now(clock)))
                .append('-');
        for (int i = 0; i < RANDOM_LETTERS; i++) {
            id.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return id.toString();
    }
}
