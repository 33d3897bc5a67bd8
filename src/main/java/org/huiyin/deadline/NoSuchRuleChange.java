package org.huiyin.deadline;

/** There is no change of this number. */
public class NoSuchRuleChange extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NoSuchRuleChange(long id) {
        super("没有编号为" + id + "的变更。");
    }
}
