package org.huiyin.portal;

import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;

/** Number and query code: what a petitioner has in place of a login. */
record QueryKey(PetitionId number, String code) {
    private static final int LONGEST = 40;

    static QueryKey of(@Nullable String number, @Nullable String queryCode) {
        String digits = number == null ? "" : number.replaceAll("[\\s-]", "");
        String code = queryCode == null ? "" : queryCode.strip();
        if (!PetitionId.isNumber(digits)) {
            throw InvalidInput.of("number", "信访编号", "应为22位数字，请对照登记凭证核对。");
        }
        if (code.isEmpty() || code.length() > LONGEST) {
            throw InvalidInput.of("queryCode", "查询码", "请填写登记凭证上的查询码。");
        }
        return new QueryKey(new PetitionId(digits), code);
    }

    @Override
    public String toString() {
        return "QueryKey[" + number + "]";
    }
}
