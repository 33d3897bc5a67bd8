package org.huiyin.kernel;

/** 信访事项分类 (articles 29-31). */
public enum PetitionClass implements Labelled {
    APPEAL("申诉求决"),
    SUGGESTION("建议意见"),
    ACCUSATION("检举控告");

    private final String label;

    PetitionClass(String label) {
        this.label = label;
    }

    @Override
    public String label() {
        return label;
    }
}
