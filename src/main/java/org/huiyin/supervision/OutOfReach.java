package org.huiyin.supervision;

/** Figures of an organ that the reader's board does not reach; the message is Chinese and for people. */
public class OutOfReach extends RuntimeException {
    private static final long serialVersionUID = 1L;

    OutOfReach(String organ) {
        super(organ + "不在您可以查看的范围内；请改查本单位或者本辖区的机关，不填机关即为您的全部范围。");
    }
}
