package org.huiyin.supervision;

import org.huiyin.casefile.ContentClass;
import org.huiyin.casefile.ContentClasses;
import org.huiyin.deadline.Lamp;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** The words for the codes of the board's rows. */
@Component
class BoardWords {
    /** What nobody has said yet. */
    static final String UNKNOWN = "-";

    private static final String BELOW_THE_TOP = "0000";

    private final Organs organs;
    private final ContentClasses classes;

    BoardWords(Organs organs, ContentClasses classes) {
        this.organs = organs;
        this.classes = classes;
    }

    String of(FlowKind kind, String value) {
        return switch (kind) {
            case CHANNEL -> Channel.valueOf(value).label();
            case CLASS -> value.equals(UNKNOWN) ? "尚未判定" : petitionClass(value);
            case SUBJECT ->
                value.equals(UNKNOWN)
                        ? "未分类"
                        : classes.find(value + BELOW_THE_TOP)
                                .map(ContentClass::top)
                                .orElse(value);
            case TERRITORY -> value.equals(UNKNOWN) ? "未填写" : organ(value);
            case ENDED -> value.equals(UNKNOWN) ? "未注明" : endReason(value);
        };
    }

    String endReason(String code) {
        return code.equals(UNKNOWN) ? "" : EndReason.valueOf(code).label();
    }

    String petitionClass(String code) {
        return code.equals(UNKNOWN) ? "" : PetitionClass.valueOf(code).label();
    }

    static String lamp(String lamp) {
        return lamp.equals("NONE") ? "无在走期限" : Lamp.valueOf(lamp).label();
    }

    String organ(String id) {
        return organs.find(new OrganId(id)).map(Organ::name).orElse(id);
    }

    String officer(String id) {
        return organs.findOfficer(new OfficerId(id)).map(Officer::name).orElse(id);
    }
}
