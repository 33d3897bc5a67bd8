package org.huiyin.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.huiyin.casefile.Phrase;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.ledger.LedgerQuery.Cursor;
import org.huiyin.ledger.MatterFilter.ByReceipt;

/**
 * The question to the database behind a page of the ledger: first the numbers in their order, along an index and as many as
 * the page holds, then what is shown of each. Only what is asked for stands in it.
 */
final class LedgerQuestion {
    private static final String SHOWN = """
            select p.id, p.received_at, p.channel, p.registered_by, p.organ, p.person, p.petition_class, p.route,
                p.simplified, p.state,
                p.end_reason, p.sealed, p.confidential, coalesce(c.title, '') as title, coalesce(c.place, '') as place,
                coalesce(c.subject, '') as subject, coalesce(left(n.name, 1), '') as family, l.lamp, l.due,
                f.kind as paper, f.sent_on, s.source, u.petition is not null as urgent
            from found join casefile.petition p on p.id = found.id
            left join casefile.content c on c.petition = p.id
            left join casefile.circumstance s on s.petition = p.id
            left join urgent.alert u on u.petition = p.id and u.withdrawn_at is null
            left join lateral (
                select name from casefile.person where petition = p.id order by position limit 1) n on true
            left join lateral (
                select max(array_position(array['GREEN', 'YELLOW', 'RED', 'OVERDUE'], k.lamp)) as lamp,
                    min(k.raw_due) as due
                from deadline.clock k where k.petition = p.id and k.state = 'RUNNING') l on true
            left join lateral (
                select kind, sent_on from notice.paper where petition = p.id and sent_on is not null
                order by sent_on desc, id desc limit 1) f on true
            """;

    private static final String OF_THE_LEDGER = "and p.state not in ('DRAFT', 'VOID')\n";

    private final StringBuilder conditions = new StringBuilder();
    private final Map<String, Object> parameters = new HashMap<>();
    private final LedgerOrder order;
    private final ByReceipt register;
    private final boolean organByOrgan;
    private final String found;

    LedgerQuestion(LedgerQuery query, LedgerReach reach, Optional<Phrase> phrase, Optional<Integer> most) {
        this.order = query.order();
        this.organByOrgan = order != LedgerOrder.DUE
                && most.isPresent()
                && query.words().isEmpty()
                && query.place().isEmpty()
                && OrganByOrgan.suits(reach.everywhere(), reach.open(), reach.sealed());
        this.register = organByOrgan
                ? query.beside().alongTheRegister()
                : query.beside().byReceipt();
        parameters.put("open", ids(reach.open()));
        parameters.put("sealed", ids(reach.sealed()));
        and("""
                and not exists (select 1 from casefile.barred b where b.petition = p.id and b.officer = :reader)
                """, "reader", reach.reader().value());
        narrow(query);
        phrase.ifPresent(words -> {
            conditions.append(words.condition("pairs"));
            parameters.putAll(words.parameters("pairs"));
        });
        if (order == LedgerOrder.DUE) {
            // each matter once: by the clock of it that is due first
            conditions.append("""
                    and d.state = 'RUNNING' and not exists (
                        select 1 from deadline.clock e where e.petition = d.petition and e.state = 'RUNNING'
                            and (e.raw_due, e.id) < (d.raw_due, d.id))
                    """);
        }
        query.after().ifPresent(this::after);
        most.ifPresent(limit -> parameters.put("limit", limit));
        this.found = found(query, reach, most.isPresent());
    }

    private String found(LedgerQuery query, LedgerReach reach, boolean limited) {
        if (organByOrgan) {
            return OrganByOrgan.sql(register.from(), OF_THE_LEDGER + conditions, order == LedgerOrder.NEWEST);
        }
        String texts = query.place().isPresent() || query.words().isPresent()
                ? "\njoin casefile.content t on t.petition = p.id"
                : "";
        String tables = order == LedgerOrder.DUE
                ? "select p.id, d.raw_due from deadline.clock d join casefile.petition p on p.id = d.petition"
                : "select p.id, p.received_at from " + register.from();
        String along = order == LedgerOrder.DUE
                ? along(order, "d.raw_due", "d.petition")
                : along(order, register.receivedAt(), register.number());
        return tables + texts + "\nwhere " + within(reach) + OF_THE_LEDGER + conditions + "order by " + along
                + (limited ? " limit :limit\n" : "\n");
    }

    String sql() {
        String place = order == LedgerOrder.DUE ? "found.raw_due" : "found.received_at";
        return "with found as materialized (\n" + found + ")\n" + SHOWN + "order by " + along(order, place, "found.id");
    }

    Map<String, Object> parameters() {
        return parameters;
    }

    private static String within(LedgerReach reach) {
        return reach.everywhere() ? "(not p.sealed or p.organ = any(:sealed))\n" : """
                (not p.sealed and (p.organ = any(:open) or p.registered_by = any(:open))
                    or p.sealed and p.organ = any(:sealed))
                """;
    }

    private void narrow(LedgerQuery query) {
        query.organ().ifPresent(organ -> and("and p.organ = :organ\n", "organ", organ.value()));
        query.state().ifPresent(state -> and("and p.state = :state\n", "state", state.name()));
        query.petitionClass().ifPresent(one -> and("and p.petition_class = :class\n", "class", one.name()));
        query.channel().ifPresent(channel -> and("and p.channel = :channel\n", "channel", channel.name()));
        query.from().ifPresent(day -> and("and p.received_at >= :from\n", "from", begins(day)));
        query.to().ifPresent(day -> and("and p.received_at < :to\n", "to", begins(day.plusDays(1))));
        query.place()
                .ifPresent(place ->
                        and("and t.place " + Phrase.comparison(place) + " :place\n", "place", anywhere(place)));
        query.words().ifPresent(this::words);
        conditions.append(order == LedgerOrder.DUE ? query.beside().conditions() : register.conditions());
        parameters.putAll(query.beside().parameters());
    }

    private void words(String words) {
        if (PetitionId.isNumber(words)) {
            and("and p.id = :number\n", "number", words);
        } else {
            and(
                    "and (t.title %1$s :words or t.subject %1$s :words)\n".formatted(Phrase.comparison(words)),
                    "words",
                    anywhere(words));
        }
    }

    private void after(Cursor cursor) {
        conditions.append(
                switch (order) {
                    case NEWEST -> afterReceipt("<");
                    case OLDEST -> afterReceipt(">");
                    case DUE -> "and (d.raw_due, d.petition) > (cast(:place_after as date), :number_after)\n";
                });
        parameters.put("place_after", placeOf(cursor));
        parameters.put("number_after", cursor.number().value());
    }

    private String afterReceipt(String beyond) {
        return "and (%s, %s) %s (cast(:place_after as timestamptz), :number_after)\n"
                .formatted(register.receivedAt(), register.number(), beyond);
    }

    private static String along(LedgerOrder order, String place, String number) {
        return order == LedgerOrder.NEWEST ? place + " desc, " + number + " desc" : place + ", " + number;
    }

    private void and(String condition, String name, Object value) {
        conditions.append(condition);
        parameters.put(name, value);
    }

    /** What stands in a cursor came from outside. */
    private String placeOf(Cursor after) {
        if (order != LedgerOrder.DUE) {
            return LedgerQuery.moment(after.place()).toString();
        }
        try {
            return LocalDate.parse(after.place()).toString();
        } catch (java.time.DateTimeException notADay) {
            throw InvalidInput.of("cursor", "下一页", "不是同一排序的上一页给出的 next，请从第一页重新读取。");
        }
    }

    private static OffsetDateTime begins(LocalDate day) {
        return day.atStartOfDay(EngineClock.BEIJING).toOffsetDateTime();
    }

    private static String anywhere(String words) {
        return "%" + words.replaceAll("([\\\\%_])", "\\\\$1") + "%";
    }

    private static String[] ids(Set<OrganId> organs) {
        return organs.stream().map(OrganId::value).toArray(String[]::new);
    }
}
