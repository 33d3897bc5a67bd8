package org.huiyin.intake;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.notice.DeliveryMethod;

/**
 * 导入法定途径: which procedure, before which body, within which term, by which law and with what in hand (articles 28 and
 * 31, items 1 to 5).
 */
record Guidance(
        String procedureName,
        String procedureBody,
        Optional<String> procedureTerm,
        Optional<String> procedureLaw,
        Optional<String> procedureMaterials,
        String guidance,
        DeliveryMethod deliveryMethod) {
    Guidance {
        if (procedureName.isBlank()) {
            throw InvalidInput.of("procedureName", "法定程序", "请从上面的列表中选择法定程序，列表中没有的在这里填写。");
        }
        if (procedureBody.isBlank()) {
            throw InvalidInput.of("procedureBody", "受理机构", "请写明信访人应当向哪里提出。");
        }
    }

    void refuseWrongDelivery(boolean hasAddressee) {
        OwedNotice.refuseWrongDelivery("deliveryMethod", deliveryMethod, hasAddressee);
    }

    Map<String, String> content() {
        Map<String, String> content = new HashMap<>(
                Map.of("procedureName", procedureName, "procedureBody", procedureBody, "guidance", guidance));
        procedureTerm.ifPresent(term -> content.put("procedureTerm", term));
        procedureLaw.ifPresent(law -> content.put("procedureLaw", law));
        procedureMaterials.ifPresent(materials -> content.put("procedureMaterials", materials));
        return content;
    }

    @Override
    public String toString() {
        return "Guidance[" + deliveryMethod + "]";
    }
}
