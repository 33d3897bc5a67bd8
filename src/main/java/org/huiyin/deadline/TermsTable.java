package org.huiyin.deadline;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.deadline.Terms.Extension;
import org.huiyin.deadline.Terms.Recounted;
import org.huiyin.deadline.Terms.SetDate;
import org.huiyin.deadline.Terms.Told;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;

/** The columns of {@code deadline.clock} that hold the terms. */
final class TermsTable {
    private TermsTable() {}

    static Map<String, @Nullable Object> of(Terms terms) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("limit", terms.limit());
        values.put("setOn", terms.set().map(SetDate::on).orElse(null));
        values.put("extensionDays", terms.extension().map(Extension::days).orElse(null));
        values.put("extensionBasis", terms.extension().map(Extension::basis).orElse(null));
        values.put("extensionReason", terms.extension().map(Extension::reason).orElse(null));
        values.put(
                "extensionApprover",
                terms.extension().map(extension -> extension.approver().value()).orElse(null));
        values.put("extendedOn", terms.extension().map(Extension::on).orElse(null));
        values.put("extensionPaper", terms.extension().flatMap(Extension::paper).orElse(null));
        values.put("toldDue", terms.told().map(Told::due).orElse(null));
        values.put("toldPaper", terms.told().map(Told::paper).orElse(null));
        values.put("recountedOn", terms.recounted().map(Recounted::on).orElse(null));
        values.put("recountReason", terms.recounted().map(Recounted::reason).orElse(null));
        return values;
    }

    static Terms terms(ResultSet rs) throws SQLException {
        return new Terms(
                rs.getLong("time_limit"),
                new OrganId(rs.getString("counted_for")),
                setDate(rs),
                extension(rs),
                told(rs),
                recounted(rs));
    }

    private static Optional<SetDate> setDate(ResultSet rs) throws SQLException {
        @Nullable LocalDate on = rs.getObject("set_on", LocalDate.class);
        return on == null ? Optional.empty() : Optional.of(new SetDate(on, new OrganId(rs.getString("set_by"))));
    }

    private static Optional<Extension> extension(ResultSet rs) throws SQLException {
        @Nullable Integer days = rs.getObject("extension_days", Integer.class);
        if (days == null) {
            return Optional.empty();
        }
        return Optional.of(new Extension(
                days,
                rs.getString("extension_basis"),
                rs.getString("extension_reason"),
                new OfficerId(rs.getString("extension_approver")),
                rs.getObject("extended_on", LocalDate.class),
                Optional.ofNullable(rs.getString("extension_paper"))));
    }

    private static Optional<Told> told(ResultSet rs) throws SQLException {
        @Nullable LocalDate due = rs.getObject("told_due", LocalDate.class);
        return due == null ? Optional.empty() : Optional.of(new Told(due, rs.getString("told_paper")));
    }

    private static Optional<Recounted> recounted(ResultSet rs) throws SQLException {
        @Nullable LocalDate on = rs.getObject("recounted_on", LocalDate.class);
        return on == null ? Optional.empty() : Optional.of(new Recounted(on, rs.getString("recount_reason")));
    }
}
