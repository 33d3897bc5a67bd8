package org.huiyin.organ;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/** What is declared: to whom the officer is bound, how, and since when. */
public record RelationDeclaration(
        OfficerId officer,
        RelationKind kind,
        Optional<OfficerId> otherOfficer,
        Optional<OrganId> otherOrgan,
        Optional<String> enterprise,
        LocalDate since) {
    private static final int SHORTEST_NAME = 2;
    private static final int LONGEST_NAME = 100;

    public RelationDeclaration {
        List<FieldError> errors = new ArrayList<>();
        enterprise =
                enterprise.map(name -> name.strip().replaceAll("\\s+", " ")).filter(name -> !name.isEmpty());
        long named = Stream.of(otherOfficer, otherOrgan, enterprise)
                .filter(Optional::isPresent)
                .count();
        if (named != 1) {
            errors.add(new FieldError("other", "关系对方", "请在工作人员、单位、企业名称三项中填写一项，只填一项。"));
        }
        if (otherOfficer.equals(Optional.of(officer))) {
            errors.add(new FieldError("otherOfficer", "关系对方", "不能是本人。"));
        }
        enterprise.ifPresent(name -> {
            if (name.length() < SHORTEST_NAME || name.length() > LONGEST_NAME) {
                errors.add(new FieldError("enterprise", "企业名称", "请填写登记的全称，2至100个字。"));
            }
            if (name.chars().anyMatch(Character::isISOControl)) {
                errors.add(new FieldError("enterprise", "企业名称", "含有无法显示的控制字符，请删除后重新填写。"));
            }
        });
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
    }
}
