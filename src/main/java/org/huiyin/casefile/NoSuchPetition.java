package org.huiyin.casefile;

import org.huiyin.kernel.PetitionId;

/** No such number, or a sealed matter asked for from outside its circle: the answer must not tell which (art 30). */
public class NoSuchPetition extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoSuchPetition(PetitionId id) {
        super("没有找到编号为" + id.value() + "的信访件，请核对编号。");
    }
}
