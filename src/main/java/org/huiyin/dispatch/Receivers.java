package org.huiyin.dispatch;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.huiyin.casefile.Bars;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.OrganKind;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Component;

/** Where a petition may go from here: to an organ that handles matters, or from a 信访部门 to one below it (articles 22, 24). */
@Component
class Receivers {
    private final Organs organs;
    private final Bars bars;

    Receivers(Organs organs, Bars bars) {
        this.organs = organs;
        this.bars = bars;
    }

    /** R57: the organs that handle matters, without those that this one speaks against. */
    @Article("30")
    List<Organ> handling(PetitionId id) {
        Set<OrganId> accused = bars.accusedUnits(id);
        return organs.receivers().stream()
                .filter(organ -> !accused.contains(organ.id()))
                .toList();
    }

    /** R57: nobody who is barred is to handle it. */
    void refuseBarred(OfficerId handler, PetitionId id) {
        bars.refuseBarred(handler, id);
    }

    /** Neither whose objection was agreed to, nor whom the petition speaks against, is proposed. */
    Set<OrganId> passedOver(PetitionId id, List<Forwarding> ways) {
        return Stream.concat(returned(ways), bars.accusedUnits(id).stream()).collect(Collectors.toSet());
    }

    /** What the form offers, organs that handle matters first. */
    List<Organ> choices(PetitionId id, OrganId sender, List<Forwarding> ways) {
        Set<OrganId> accused = bars.accusedUnits(id);
        return Stream.of(
                        organs.receivers().stream(),
                        bureausBelow(sender),
                        cameFrom(sender, ways).map(organs::get).stream())
                .flatMap(found -> found)
                .filter(organ -> !organ.id().equals(sender) && !accused.contains(organ.id()))
                .distinct()
                .toList();
    }

    /** The organ that was chosen, or whoever does its work today. */
    @Article("24")
    Organ chosen(PetitionId id, OrganId sender, OrganId typed, List<Forwarding> ways) {
        Organ receiver =
                organs.find(typed).map(organ -> organs.today(organ.id())).orElseThrow(() -> wrong("没有这个单位，请从列表中选择。"));
        if (receiver.id().equals(sender)) {
            throw wrong("转送单位不能是本机关。");
        }
        if (bars.accusedUnits(id).contains(receiver.id())) {
            throw wrong("反映的就是该单位或者其负责人，不能转给它办理，请另选有权处理的机关、单位。");
        }
        if (choices(id, sender, ways).stream().noneMatch(receiver::equals)) {
            throw wrong("该单位不承办信访事项，请从列表中选择有权处理的机关、单位。");
        }
        if (returned(ways).anyMatch(receiver.id()::equals)) {
            throw wrong("已同意该单位的异议并退回，请另选有权处理的机关、单位。");
        }
        return receiver;
    }

    /** The 信访部门 that passed the petition on to this one. */
    Optional<OrganId> cameFrom(OrganId sender, List<Forwarding> ways) {
        return ways.stream()
                .filter(way -> way.receiver().equals(sender) && way.state() == ForwardingState.WAITING)
                .map(Forwarding::sender)
                .findFirst();
    }

    static Stream<OrganId> returned(List<Forwarding> ways) {
        return ways.stream()
                .filter(way -> way.state() == ForwardingState.RETURNED)
                .map(Forwarding::receiver);
    }

    private Stream<Organ> bureausBelow(OrganId sender) {
        if (!organs.isPetitionBureau(sender)) {
            return Stream.empty();
        }
        Organ own = organs.get(sender);
        return organs.ofKind(OrganKind.PETITION_BUREAU).stream()
                .filter(bureau -> bureau.level().compareTo(own.level()) > 0)
                .filter(bureau -> organs.governmentOf(sender)
                        .filter(government -> organs.isWithin(bureau.id(), government.id()))
                        .isPresent());
    }

    private static InvalidInput wrong(String message) {
        return InvalidInput.of("receivingOrgan", "转送单位", message);
    }
}
