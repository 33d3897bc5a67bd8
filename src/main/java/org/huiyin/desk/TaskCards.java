package org.huiyin.desk;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.huiyin.engine.EngineClock;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 卡片: what the list of tasks says of each; dates are put into words here, so that no browser's language changes them. */
@Service
class TaskCards {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("M月d日", Locale.CHINA);
    private static final DateTimeFormatter FAR_DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    private final MatterView matters;
    private final CaseAccess access;
    private final Organs organs;
    private final Clock clock;

    TaskCards(MatterView matters, CaseAccess access, Organs organs, Clock clock) {
        this.matters = matters;
        this.access = access;
        this.organs = organs;
        this.clock = clock;
    }

    /** Of a matter that he must not know of there is no card, although the engine may show him a task beside it. */
    @Transactional(readOnly = true)
    List<TaskCard> of(OfficerId reader, List<TaskAtHand> tasks) {
        if (tasks.isEmpty()) {
            return List.of();
        }
        boolean seesSealed = access.seesSealed(reader);
        Map<PetitionId, MatterFacts> facts = matters.of(
                reader, tasks.stream().map(TaskAtHand::petition).distinct().toList());
        return tasks.stream()
                .flatMap(task -> Stream.ofNullable(facts.get(task.petition()))
                        .filter(matter -> seesSealed || !matter.sealed())
                        .map(matter -> card(task, matter)))
                .toList();
    }

    private TaskCard card(TaskAtHand task, MatterFacts matter) {
        LocalDate today = LocalDate.now(clock);
        Optional<LocalDate> due = task.due().map(at -> LocalDate.ofInstant(at, EngineClock.BEIJING));
        return new TaskCard(
                task.id(),
                matter.id().value(),
                matter.draft() ? "尚未登记" : matter.title(),
                matter.place(),
                matter.petitioner(),
                matter.lamp().name(),
                matter.lamp().label(),
                due.map(day -> inWords(day, today)).orElse(""),
                due.filter(today::isAfter).isPresent(),
                task.assignee()
                        .map(officer ->
                                organs.findOfficer(officer).map(Officer::name).orElse(officer.value()))
                        .orElse("待签收"),
                matter.urgent());
    }

    private static String inWords(LocalDate due, LocalDate today) {
        String day = (due.getYear() == today.getYear() ? DAY : FAR_DAY).format(due) + "到期";
        long left = ChronoUnit.DAYS.between(today, due);
        if (left == 0) {
            return day + "，就是今天";
        }
        return day + (left > 0 ? "，还有" + left + "天" : "，已过" + -left + "天");
    }
}
