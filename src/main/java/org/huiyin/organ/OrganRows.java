package org.huiyin.organ;

import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.kernel.Labelled;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.OrganFile.Part;
import org.huiyin.organ.OrganFile.Row;

/** The rows of an organ file as organs, officers and duties, each with the line it came from. */
final class OrganRows {
    private static final Pattern ORGAN = Pattern.compile("[a-z][A-Za-z0-9]{1,49}");
    private static final Pattern OFFICER = Pattern.compile("(?!system$)[\\p{L}\\p{N}_.@-]{1,64}");
    private static final Pattern REGION = Pattern.compile("[0-9]{6}");

    private static final Pattern TELEPHONE = Pattern.compile("[0-9][0-9 ()（）转-]{2,38}[0-9]|[0-9]{3,5}");

    private final OrganFileProblems problems;
    private final Map<OrganId, Organ> organs = new LinkedHashMap<>();
    private final Map<OfficerId, Officer> officers = new LinkedHashMap<>();
    private final Map<OrganId, List<Duty>> duties = new LinkedHashMap<>();
    private final Map<Object, Integer> lines = new HashMap<>();

    OrganRows(OrganFile file, OrganFileProblems problems) {
        this.problems = problems;
        file.rows(Part.ORGANS).forEach(this::organ);
        file.rows(Part.OFFICERS).forEach(this::officer);
        file.rows(Part.DUTIES).forEach(this::duty);
    }

    /** The tree as it will be: what is stored, each organ and officer of the file in place of the one of the same id. */
    OrganTree over(OrganTree stored) {
        Map<OrganId, Organ> allOrgans = new LinkedHashMap<>();
        stored.organs().forEach(organ -> allOrgans.put(organ.id(), organ));
        allOrgans.putAll(organs);
        Map<OfficerId, Officer> allOfficers = new LinkedHashMap<>();
        stored.officers().forEach(officer -> allOfficers.put(officer.id(), officer));
        allOfficers.putAll(officers);
        Stream<Duty> kept = stored.duties().stream().filter(duty -> !duties.containsKey(duty.organ()));
        List<Duty> allDuties = Stream.concat(kept, duties.values().stream().flatMap(List::stream))
                .toList();
        return new OrganTree(stored.version(), allOrgans.values(), allOfficers.values(), allDuties);
    }

    /** The line an organ's or officer's row stands in, 0 when it is not in the file. */
    int lineOf(Object id) {
        return lines.getOrDefault(id, 0);
    }

    private void organ(Row row) {
        OrganId id = organId(row, "编号");
        Organ organ = new Organ(
                id,
                text(row, "名称"),
                text(row, "文号字头"),
                one(row, "类别", OrganKind.values(), OrganKind.DEPARTMENT),
                one(row, "级别", OrganLevel.values(), OrganLevel.CITY),
                matching(row, "行政区划代码", REGION, "应为 6 位数字", "000000"),
                maybeOrganId(row, "块上级"),
                maybeOrganId(row, "条上级"),
                maybeOrganId(row, "复查机关"),
                row.cell("系统外复查机关"),
                officerId(row, "第一责任人"),
                maybeOrganId(row, "承接机关"),
                row.cell("电话").map(cell -> matching(row, "电话", TELEPHONE, "应为电话号码，可带区号和分机号", "")),
                yes(row, "可受理", false),
                yes(row, "有效", true));
        keep(organs, id, organ, row);
    }

    private void officer(Row row) {
        OfficerId id = officerId(row, "编号");
        Officer officer =
                new Officer(id, text(row, "姓名"), organId(row, "机构"), text(row, "职务"), roles(row), yes(row, "有效", true));
        keep(officers, id, officer, row);
    }

    private void duty(Row row) {
        Duty duty = new Duty(organId(row, "机构"), text(row, "内容分类"), text(row, "事项"));
        List<Duty> list = duties.computeIfAbsent(duty.organ(), organ -> new ArrayList<>());
        if (list.stream().anyMatch(other -> other.subject().equals(duty.subject()))) {
            problems.add(row.line(), "内容分类", "本机构的“" + duty.subject() + "”重复");
        }
        list.add(duty);
        lines.put(duty, row.line());
    }

    private <I, T> void keep(Map<I, T> all, I id, T value, Row row) {
        if (all.put(id, value) != null) {
            problems.add(row.line(), "编号", "“" + row.cell("编号").orElse("") + "”与前面的行重复");
        }
        lines.put(id, row.line());
    }

    private String text(Row row, String column) {
        Optional<String> cell = row.cell(column);
        if (cell.isEmpty()) {
            problems.add(row.line(), column, "不能为空");
        }
        return cell.orElse("");
    }

    private OrganId organId(Row row, String column) {
        return new OrganId(matching(row, column, ORGAN, "应以小写英文字母开头，只含英文字母和数字，最多 50 个", "unreadable"));
    }

    private Optional<OrganId> maybeOrganId(Row row, String column) {
        return row.cell(column).map(cell -> organId(row, column));
    }

    private OfficerId officerId(Row row, String column) {
        return new OfficerId(matching(row, column, OFFICER, "应只含文字、数字和 _.@-，最多 64 个，且不能是 system", "unreadable"));
    }

    private String matching(Row row, String column, Pattern pattern, String rule, String instead) {
        String cell = text(row, column);
        if (!cell.isEmpty() && !pattern.matcher(cell).matches()) {
            problems.add(row.line(), column, "“" + cell + "”" + rule);
        }
        return pattern.matcher(cell).matches() ? cell : instead;
    }

    private boolean yes(Row row, String column, boolean otherwise) {
        String cell = row.cell(column).orElse(otherwise ? "是" : "否");
        if (!cell.equals("是") && !cell.equals("否")) {
            problems.add(row.line(), column, "应填“是”或“否”");
        }
        return cell.equals("是");
    }

    private Set<Role> roles(Row row) {
        return row.cell("角色").stream()
                .flatMap(cell -> Stream.of(cell.split("[、；; ]+")))
                .map(name -> one(row.line(), "角色", name, Role.values()))
                .flatMap(Optional::stream)
                .collect(toSet());
    }

    private <E extends Enum<E> & Labelled> E one(Row row, String column, E[] values, E instead) {
        String cell = text(row, column);
        return cell.isEmpty() ? instead : one(row.line(), column, cell, values).orElse(instead);
    }

    /** A label may be written without its remark in brackets: 负责人 for 负责人(签发). */
    private <E extends Enum<E> & Labelled> Optional<E> one(int line, String column, String cell, E[] values) {
        Function<E, String> shortLabel = value -> value.label().replaceFirst("[(（].*", "");
        Optional<E> found = Arrays.stream(values)
                .filter(value -> cell.equals(value.label()) || cell.equals(shortLabel.apply(value)))
                .findFirst();
        if (found.isEmpty()) {
            String choices = Arrays.stream(values).map(shortLabel).collect(Collectors.joining("、"));
            problems.add(line, column, "“" + cell + "”不在可填范围内：" + choices);
        }
        return found;
    }
}
