package org.huiyin.deadline;

import java.util.Comparator;
import java.util.List;
import org.huiyin.kernel.InvalidInput;

/**
 * What a time limit may be. A row of one's own may be stricter than the law, never laxer, unless it names a local law; a right
 * of the petitioner is never shortened; and a national row is only changed by naming what has changed.
 */
final class TimeLimitRules {
    private final TimeLimit national;
    private final List<TimeLimit> rows;

    TimeLimitRules(TimeLimit national, List<TimeLimit> rows) {
        this.national = national;
        this.rows = rows;
    }

    void require(TimeLimit row) {
        if (rows.stream()
                .anyMatch(other -> isSameScope(row, other) && other.validFrom().equals(row.validFrom()))) {
            throw InvalidInput.of("validFrom", "生效日期", "同一范围已有一条自这一天起生效的规定，规定不能改写，请另选生效日期。");
        }
        if (row.isNational()) {
            requireNewLaw(row);
        } else {
            requireLocalBasis(row);
            if (row.petitionerWindow()) {
                requireNotShorter(row);
            } else {
                requireNotLonger(row);
            }
        }
        requireDifference(row);
    }

    private void requireNewLaw(TimeLimit row) {
        if (!row.validFrom().isAfter(national.validFrom())) {
            throw InvalidInput.of("validFrom", "生效日期", "应晚于最早一条规定的生效日期" + Explanation.day(national.validFrom()) + "。");
        }
        if (isFirm(national) && row.basis() != national.basis()) {
            throw InvalidInput.of("basis", "依据性质", "全国适用的这一期限出自" + national.source() + "，不能改为别的性质；只在本地适用的，请选择地区或者机关。");
        }
        if (isFirm(national) && !isSameLength(row, national) && row.source().equals(national.source())) {
            throw InvalidInput.of(
                    "law", "法规或者文件名称", national.source() + "规定的是" + national.span() + "。法规修订后，请写明修订后的名称和条款。");
        }
        if (row.basis() == Basis.LOCAL && national.basis() != Basis.LOCAL) {
            throw InvalidInput.of("region", "地区", "地方规定只在本地适用，请选择地区或者机关。");
        }
    }

    private void requireLocalBasis(TimeLimit row) {
        if (row.basis() != Basis.LOCAL && row.basis() != Basis.INTERNAL) {
            throw InvalidInput.of("basis", "依据性质", "地区和机关的规定只能是地方规定或者内部目标。");
        }
        if (row.law().equals(national.law())) {
            throw InvalidInput.of("law", "法规或者文件名称", "请写明是哪一部地方法规或者本地哪一份文件这样规定，以及条款。");
        }
    }

    /** D12, D14, D22: what the law gives the petitioner nobody takes away. */
    private void requireNotShorter(TimeLimit row) {
        if (row.unit() != national.unit() || row.count() < national.count()) {
            throw InvalidInput.of(
                    "length",
                    "日数",
                    national.name() + "是信访人的权利，" + national.source() + "给" + national.span() + "，不能缩短，也不能改变计算单位。");
        }
        requireLocalLawIfLaxer(row, row.count() > national.count());
    }

    private void requireNotLonger(TimeLimit row) {
        if (row.unit() != Unit.DATE && !row.countedBack()) {
            requireLocalLawIfLaxer(row, row.unit() != national.unit() || row.count() > national.count());
        }
        if (row.countedBack() && row.count() < national.count()) {
            requireLocalLawIfLaxer(row, true);
        }
    }

    private void requireLocalLawIfLaxer(TimeLimit row, boolean laxer) {
        if (laxer && isFirm(national) && row.basis() != Basis.LOCAL) {
            throw InvalidInput.of(
                    "length",
                    "日数",
                    "本地规定可以比" + national.source() + "规定的" + national.span() + "更严，不能更宽；地方法规另有规定的，依据性质请选“"
                            + Basis.LOCAL.label() + "”，并写明法规名称和条款。");
        }
    }

    private void requireDifference(TimeLimit row) {
        boolean same = rows.stream()
                .filter(other -> isSameScope(row, other) && !other.validFrom().isAfter(row.validFrom()))
                .max(Comparator.comparing(TimeLimit::validFrom))
                .filter(before -> isSameLength(row, before)
                        && before.source().equals(row.source())
                        && before.basis() == row.basis()
                        && before.warning().equals(row.warning()))
                .isPresent();
        if (same) {
            throw InvalidInput.of("length", "日数", "与现行规定相同，没有变化。");
        }
    }

    private static boolean isFirm(TimeLimit limit) {
        return limit.basis() == Basis.LAW || limit.basis() == Basis.RULE;
    }

    private static boolean isSameLength(TimeLimit one, TimeLimit other) {
        return one.unit() == other.unit() && one.length().equals(other.length());
    }

    static boolean isSameScope(TimeLimit one, TimeLimit other) {
        return one.kind() == other.kind()
                && one.region().equals(other.region())
                && one.organ().equals(other.organ())
                && one.level().equals(other.level());
    }
}
