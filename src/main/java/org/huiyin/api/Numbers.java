package org.huiyin.api;

import org.huiyin.kernel.PetitionId;

/** Numbers of petitions as callers write them. */
final class Numbers {
    private Numbers() {}

    static PetitionId of(String number) {
        if (!PetitionId.isNumber(number)) {
            throw new NotFound("信访编号是22位数字，请核对编号。");
        }
        return new PetitionId(number);
    }
}
