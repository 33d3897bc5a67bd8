package org.huiyin.casefile;

import java.util.Optional;
import java.util.regex.Pattern;
import org.huiyin.kernel.OrganId;

/**
 * 被反映人或者被反映单位, as somebody names it: a unit of this city, a person in it, or a person or organisation that only has a
 * name.
 */
public record AccusedParty(Optional<OrganId> organ, String name, String post) {
    private static final int LONGEST = 100;
    /** 张 三 is 张三: a name spaced out for the eye would bar nobody (article 30). */
    private static final Pattern SPACED_OUT = Pattern.compile("(?<=\\p{IsHan})[\\s\u3000]+(?=\\p{IsHan})");

    public AccusedParty {
        Typed typed = new Typed();
        name = SPACED_OUT
                .matcher(typed.line("accusedName", "被反映人姓名", name, LONGEST))
                .replaceAll("");
        post = typed.line("accusedPost", "被反映人职务", post, LONGEST);
        typed.must(!Mask.isMasked(name), "accusedName", "被反映人姓名", "不能含有“*”，请填写真实姓名。");
        typed.must(organ.isPresent() || !name.isEmpty(), "accusedName", "被反映人姓名", "请选择被反映单位，或者填写被反映人的姓名。");
        typed.refuseWrong();
    }

    /** Never prints who it is: records end up in logs. */
    @Override
    public String toString() {
        return "AccusedParty";
    }
}
