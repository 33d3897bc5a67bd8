package org.huiyin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;

/** Whom a row of a file speaks against: one after the other, each as 单位，姓名，职务, of which any may be missing but not all. */
final class AccusedCell {
    private static final Pattern ENTRIES = Pattern.compile("[;；\\n]");
    private static final Pattern PARTS = Pattern.compile("[,，、]");
    private static final int MOST_PARTS = 3;

    private AccusedCell() {}

    static List<AccusedParty> read(String cell, Organs organs) {
        List<AccusedParty> parties = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        int number = 0;
        for (String entry : ENTRIES.split(cell.replace("\r", ""), -1)) {
            if (entry.isBlank()) {
                continue;
            }
            number++;
            try {
                parties.add(party(entry, organs));
            } catch (InvalidInput wrong) {
                String where = "第" + number + "项：";
                wrong.errors().forEach(error -> errors.add(wrong(where + error.message())));
            }
        }
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return parties;
    }

    private static AccusedParty party(String entry, Organs organs) {
        List<String> parts = PARTS.splitAsStream(entry).map(String::strip).toList();
        Optional<OrganId> organ = organ(parts.get(0), organs);
        List<String> person = organ.isPresent() ? parts.subList(1, parts.size()) : parts;
        if (person.size() >= MOST_PARTS) {
            throw new InvalidInput(List.of(wrong(
                    organ.isPresent()
                            ? "最多写单位、姓名、职务三段，一项只写一个人，几个人用分号隔开。"
                            : "没有“" + parts.get(0) + "”这个单位，请写机关全称或者编号；系统外的单位只写单位名称。")));
        }
        return new AccusedParty(organ, part(person, 0), part(person, 1));
    }

    private static Optional<OrganId> organ(String written, Organs organs) {
        return organs.byName(written)
                .or(() -> OrganId.isId(written) ? organs.find(new OrganId(written)) : Optional.empty())
                .map(Organ::id);
    }

    private static String part(List<String> parts, int at) {
        return at < parts.size() ? parts.get(at) : "";
    }

    private static FieldError wrong(String why) {
        return new FieldError(Column.ACCUSED.field(), Column.ACCUSED.label(), why);
    }
}
