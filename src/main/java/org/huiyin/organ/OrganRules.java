package org.huiyin.organ;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.huiyin.kernel.OrganId;

/** What a tree must fulfil before petitions are entrusted to it: nothing dangles, and somebody answers everywhere (R25, R49). */
final class OrganRules {
    private final OrganTree tree;
    private final OrganRows rows;
    private final OrganFileProblems problems;

    private OrganRules(OrganTree tree, OrganRows rows, OrganFileProblems problems) {
        this.tree = tree;
        this.rows = rows;
        this.problems = problems;
    }

    static void check(OrganTree tree, OrganRows rows, OrganFileProblems problems) {
        OrganRules rules = new OrganRules(tree, rows, problems);
        rules.areUnique("名称", tree.organs(), Organ::name);
        rules.areUnique("文号字头", tree.organs(organ -> true), Organ::shortName);
        tree.organs().forEach(organ -> {
            rules.superiorsExist(organ);
            rules.noCircle(organ);
            rules.somebodyAnswers(organ);
            rules.workGoesOn(organ);
        });
        tree.organs(Organ::receives).forEach(organ -> {
            rules.hasStaff(organ);
            rules.hasReviewer(organ);
        });
        tree.organs(organ -> organ.kind() == OrganKind.PETITION_BUREAU).forEach(rules::canSort);
        tree.officers().forEach(rules::worksSomewhere);
        tree.duties().forEach(rules::dutyHasOrgan);
    }

    /** Two organs with one word before their document numbers would issue the same number twice. */
    private void areUnique(String column, List<Organ> organs, Function<Organ, String> value) {
        Map<String, Organ> seen = new HashMap<>();
        organs.forEach(organ -> {
            if (seen.put(value.apply(organ), organ) != null) {
                wrong(organ, column, "“" + value.apply(organ) + "”与另一机构相同");
            }
        });
    }

    private void superiorsExist(Organ organ) {
        exists(organ, "块上级", organ.block());
        exists(organ, "条上级", organ.line());
        exists(organ, "复查机关", organ.reviewOrgan());
        exists(organ, "承接机关", organ.successor());
    }

    private void exists(Organ organ, String column, Optional<OrganId> other) {
        if (other.isPresent() && tree.organ(other.get()).isEmpty()) {
            wrong(organ, column, "没有编号为“" + other.get().value() + "”的机构");
        }
        if (other.filter(organ.id()::equals).isPresent()) {
            wrong(organ, column, "不能是本机构自己");
        }
    }

    private void noCircle(Organ organ) {
        Optional<Organ> above = organ.block().flatMap(tree::organ);
        for (int steps = 0; above.isPresent(); steps++) {
            if (steps > tree.organs().size()) {
                wrong(organ, "块上级", "上下级关系成环");
                return;
            }
            above = above.get().block().flatMap(tree::organ);
        }
    }

    private void somebodyAnswers(Organ organ) {
        Optional<Officer> first = tree.officer(organ.firstResponsible());
        if (first.isEmpty()) {
            wrong(organ, "第一责任人", "没有编号为“" + organ.firstResponsible().value() + "”的人员");
        } else if (organ.valid() && !first.get().valid()) {
            wrong(organ, "第一责任人", first.get().name() + " 已不在岗");
        }
    }

    private void workGoesOn(Organ organ) {
        if (!organ.valid() && organ.receives() && tree.today(organ).equals(organ)) {
            wrong(organ, "承接机关", "机构已失效，须写明由谁承接其职责");
        }
    }

    /** Two persons: who signs an opinion is not who drafted it. */
    private void hasStaff(Organ organ) {
        var handlers = tree.officers(organ.id(), Role.HANDLE);
        var signers = tree.officers(organ.id(), Role.SIGN);
        if (handlers.isEmpty()) {
            wrong(organ, "可受理", "可受理信访事项的机构须有承办人");
        }
        if (signers.isEmpty() || (handlers.equals(signers) && handlers.size() == 1)) {
            wrong(organ, "可受理", "可受理信访事项的机构须有承办人以外的负责人");
        }
    }

    private void hasReviewer(Organ organ) {
        Optional<Organ> reviewer = tree.reviewerOf(organ.id());
        if (organ.reviewOrgan().isEmpty() && organ.outsideReviewer().isEmpty()) {
            wrong(organ, "复查机关", "可受理信访事项的机构须写明复查机关");
        }
        if (reviewer.isPresent()
                && tree.officers(reviewer.get().id(), Role.REVIEWER).isEmpty()) {
            wrong(organ, "复查机关", reviewer.get().name() + " 没有复查员");
        }
    }

    private void canSort(Organ organ) {
        for (Role role : new Role[] {Role.INTAKE, Role.DISPATCH}) {
            if (tree.officers(organ.id(), role).isEmpty()) {
                wrong(organ, "类别", "信访部门须有" + role.label());
            }
        }
    }

    private void worksSomewhere(Officer officer) {
        if (tree.organ(officer.organ()).isEmpty()) {
            problems.add(
                    rows.lineOf(officer.id()), "机构", "没有编号为“" + officer.organ().value() + "”的机构");
        }
    }

    private void dutyHasOrgan(Duty duty) {
        if (tree.organ(duty.organ()).isEmpty()) {
            problems.add(rows.lineOf(duty), "机构", "没有编号为“" + duty.organ().value() + "”的机构");
        }
    }

    private void wrong(Organ organ, String column, String message) {
        problems.add(rows.lineOf(organ.id()), column, message);
    }
}
