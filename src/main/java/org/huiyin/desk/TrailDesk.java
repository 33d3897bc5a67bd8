package org.huiyin.desk;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.huiyin.casefile.Journal;
import org.huiyin.casefile.Petition;
import org.huiyin.desk.MatterInstances.Instance;
import org.huiyin.desk.TrailPage.InstanceLine;
import org.huiyin.desk.TrailPage.Mark;
import org.huiyin.desk.TrailPage.StepLine;
import org.huiyin.engine.EngineGateway;
import org.huiyin.engine.Trail;
import org.huiyin.engine.Trail.Visit;
import org.huiyin.engine.Trails;
import org.huiyin.engine.VisitState;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.Organs;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * 运行轨迹: what happened in an instance of a matter, when and by whom, and where on its diagram. For whoever may read the case
 * file and is shown whole models by the engine; a matter that he must not know of is not there.
 */
@Service
class TrailDesk {
    private static final String GONE = "这件事项的流程运行记录已超过保存期限，已经清理，图上不再标注；办理经过以案卷为准。";
    private static final String NOT_FOUND = "没有找到这个流程的运行记录：已超过保存期限被清理，或者不是这件事项的流程。办理经过以案卷为准。";
    private static final String OLDER = "这个流程开始得早，当时还不记录走过的路径：较早的环节只标出各人办过的步骤，走过的连线没有标注。";

    private final CaseAccess access;
    private final MatterInstances instances;
    private final Trails trails;
    private final RepositoryService models;
    private final Journal journal;
    private final EngineGateway engine;
    private final Organs organs;

    TrailDesk(
            CaseAccess access,
            MatterInstances instances,
            Trails trails,
            RepositoryService models,
            Journal journal,
            EngineGateway engine,
            Organs organs) {
        this.access = access;
        this.instances = instances;
        this.trails = trails;
        this.models = models;
        this.journal = journal;
        this.engine = engine;
        this.organs = organs;
    }

    @Transactional(readOnly = true)
    List<InstanceLine> instances(OfficerId officer, PetitionId id) {
        if (!instances.mayBeOpenedBy(officer)) {
            return List.of();
        }
        readable(officer, id);
        return instances.of(id).stream().map(TrailLines::instance).toList();
    }

    @Transactional(readOnly = true)
    TrailPage trail(OfficerId officer, PetitionId id, Optional<String> wanted) {
        if (!instances.mayBeOpenedBy(officer)) {
            throw new NoRight("流程图只供能看全市流程的市级督查员和领导查看。");
        }
        readable(officer, id);
        List<Instance> all = instances.of(id);
        Optional<Instance> shown = wanted.map(instance ->
                        all.stream().filter(one -> one.id().equals(instance)).findFirst())
                .orElseGet(() -> all.stream().findFirst());
        return shown.map(instance -> page(officer, id, instance, all))
                .orElseGet(() -> nothingToShow(id, all.isEmpty() ? GONE : NOT_FOUND, all));
    }

    private void readable(OfficerId officer, PetitionId id) {
        Petition petition = access.readable(officer, id);
        if (access.onlyHelps(officer, petition)) {
            throw new NoRight("流程由主办单位办理，协办单位不能打开。");
        }
    }

    private TrailPage page(OfficerId officer, PetitionId id, Instance instance, List<Instance> all) {
        Trail trail = trails.of(instance.id());
        BpmnModelInstance model = models.getBpmnModelInstance(instance.definition());
        TrailLines lines = new TrailLines(
                model, journal.of(id), engine.as(officer, () -> engine.openTasks(id)), organs, instance.id());
        List<StepLine> steps =
                new ArrayList<>(trail.visits().stream().flatMap(lines::step).toList());
        steps.addAll(callsBefore(trail, instance, all, lines));
        return new TrailPage(
                id.value(),
                trail.whole() ? "" : OLDER,
                instance.id(),
                instance.model() + "（第" + instance.version() + "版）",
                instance.definition(),
                TrailLines.state(instance),
                steps,
                marks(trail, lines),
                trail.flows(),
                all.stream().map(TrailLines::instance).toList());
    }

    /** What it called before there were trails. */
    private static List<StepLine> callsBefore(Trail trail, Instance caller, List<Instance> all, TrailLines lines) {
        Set<String> known = new HashSet<>();
        trail.visits().forEach(visit -> visit.called().ifPresent(known::add));
        return all.stream()
                .filter(one -> one.caller().filter(caller.id()::equals).isPresent() && !known.contains(one.id()))
                .map(lines::olderCall)
                .toList();
    }

    private static List<Mark> marks(Trail trail, TrailLines lines) {
        Map<String, Mark> marks = new LinkedHashMap<>();
        for (Visit visit : trail.visits()) {
            marks.merge(
                    visit.element(),
                    new Mark(
                            visit.element(),
                            lines.name(visit.element()),
                            visit.state() == VisitState.DONE ? 1 : 0,
                            visit.state() == VisitState.CANCELLED ? 1 : 0,
                            visit.state() == VisitState.OPEN ? 1 : 0),
                    TrailDesk::sum);
        }
        return marks.values().stream()
                .filter(mark -> lines.isDrawn(mark.element()))
                .toList();
    }

    private static Mark sum(Mark one, Mark other) {
        return new Mark(
                one.element(),
                one.name(),
                one.done() + other.done(),
                one.cancelled() + other.cancelled(),
                one.open() + other.open());
    }

    private static TrailPage nothingToShow(PetitionId id, String told, List<Instance> all) {
        return new TrailPage(
                id.value(),
                told,
                "",
                "",
                "",
                "",
                List.of(),
                List.of(),
                Map.of(),
                all.stream().map(TrailLines::instance).toList());
    }
}
