package org.huiyin.desk;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.Event;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;
import org.huiyin.casefile.JournalEntry;
import org.huiyin.casefile.JournalKind;
import org.huiyin.desk.MatterInstances.Instance;
import org.huiyin.desk.TrailPage.InstanceLine;
import org.huiyin.desk.TrailPage.StepLine;
import org.huiyin.engine.EngineClock;
import org.huiyin.engine.OpenTaskRow;
import org.huiyin.engine.Trail.Visit;
import org.huiyin.engine.VisitState;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.organ.Organ;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.jspecify.annotations.Nullable;

/** Puts the trail of one instance into words: names from its model, people with their organs, dates as people write them. */
class TrailLines {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.CHINA);
    private static final Set<JournalKind> OF_A_TASK =
            Set.of(JournalKind.TASK_TAKEN, JournalKind.TASK_HANDED_BACK, JournalKind.TASK_REASSIGNED);
    private static final String SYSTEM = "系统";

    private final BpmnModelInstance model;
    private final List<JournalEntry> journal;
    private final List<OpenTaskRow> open;
    private final Organs organs;
    private final String instance;

    TrailLines(
            BpmnModelInstance model,
            List<JournalEntry> journal,
            List<OpenTaskRow> open,
            Organs organs,
            String instance) {
        this.model = model;
        this.journal = journal.stream()
                .filter(entry -> OF_A_TASK.contains(entry.kind()))
                .toList();
        this.open = open;
        this.organs = organs;
        this.instance = instance;
    }

    static InstanceLine instance(Instance one) {
        return new InstanceLine(
                one.id(),
                one.model(),
                one.running(),
                state(one),
                minute(one.began()),
                one.ended().map(TrailLines::minute).orElse(""),
                one.ended().map(ended -> took(one.began(), ended)).orElse(""),
                one.level());
    }

    static String state(Instance one) {
        if (one.running()) {
            return "正在运行";
        }
        return one.completed() ? "已结束" : "已中止";
    }

    /** None for what only splits and joins the way: the diagram tells it. */
    Stream<StepLine> step(Visit visit) {
        Optional<FlowNode> node = node(visit.element());
        if (node.filter(Gateway.class::isInstance).isPresent()
                || visit.element().contains("#")) {
            return Stream.empty();
        }
        return Stream.of(new StepLine(
                node.map(FlowElement::getId).orElse(""),
                name(visit.element()),
                node.map(TrailLines::kind).orElse(""),
                visit.state().name(),
                visit.state().label(),
                who(visit, node),
                minute(visit.began()),
                visit.ended().map(TrailLines::minute).orElse(""),
                visit.ended()
                        .filter(ended -> ended.isAfter(visit.began()))
                        .map(ended -> took(visit.began(), ended))
                        .orElse(""),
                cause(visit),
                visit.called().orElse(""),
                notes(visit)));
    }

    StepLine olderCall(Instance called) {
        return new StepLine(
                "",
                called.model(),
                "环节",
                called.running() ? VisitState.OPEN.name() : VisitState.DONE.name(),
                called.running() ? VisitState.OPEN.label() : VisitState.DONE.label(),
                "",
                minute(called.began()),
                called.ended().map(TrailLines::minute).orElse(""),
                called.ended().map(ended -> took(called.began(), ended)).orElse(""),
                "",
                called.id(),
                List.of());
    }

    String name(String element) {
        return node(element)
                .map(FlowElement::getName)
                .filter(name -> !name.isBlank())
                .map(name -> name.replaceAll("\\s+", ""))
                .orElse(element);
    }

    boolean isDrawn(String element) {
        return node(element).isPresent();
    }

    private Optional<FlowNode> node(String element) {
        @Nullable ModelElementInstance found = model.getModelElementById(element);
        return Optional.ofNullable(found).filter(FlowNode.class::isInstance).map(FlowNode.class::cast);
    }

    private static String kind(FlowNode node) {
        if (node instanceof UserTask) {
            return "办理";
        }
        if (node instanceof ReceiveTask) {
            return "等待";
        }
        if (node instanceof CallActivity || node instanceof SubProcess) {
            return "环节";
        }
        if (node instanceof Event) {
            return node instanceof StartEvent ? "开始" : node instanceof EndEvent ? "结束" : "事件";
        }
        return "自动";
    }

    /** Who has it, had it, or in whose name it was left; nobody for what is a way through others. */
    private String who(Visit visit, Optional<FlowNode> node) {
        if (node.filter(UserTask.class::isInstance).isPresent() || node.isEmpty()) {
            return visit.state() == VisitState.DONE
                    ? visit.endedBy().or(visit::assignee).map(this::officer).orElse("")
                    : visit.assignee().map(this::officer).orElseGet(() -> offered(visit));
        }
        if (node.filter(one -> one instanceof CallActivity || one instanceof SubProcess)
                .isPresent()) {
            return "";
        }
        if (node.filter(one -> one instanceof Event || one instanceof ReceiveTask)
                .isPresent()) {
            return visit.endedBy().map(this::officer).orElse("");
        }
        return SYSTEM;
    }

    private String offered(Visit visit) {
        if (visit.state() != VisitState.OPEN) {
            return "无人领取";
        }
        return open.stream()
                .filter(task -> task.activity().equals(visit.element())
                        && task.instance().equals(instance))
                .flatMap(task -> task.candidateGroups().stream())
                .map(this::group)
                .distinct()
                .collect(Collectors.collectingAndThen(
                        Collectors.joining("、"), groups -> groups.isEmpty() ? "待领取" : "待领取：" + groups));
    }

    private String group(String group) {
        int dot = group.lastIndexOf('.');
        if (dot < 0 || !OrganId.isId(group.substring(0, dot))) {
            return group;
        }
        String role = Stream.of(Role.values())
                .filter(one -> one.id().equals(group.substring(dot + 1)))
                .map(Role::label)
                .findFirst()
                .orElse("");
        return organ(new OrganId(group.substring(0, dot))) + role;
    }

    /** The event at its border, or at that of what it lies in, that came in the same step. */
    private String cause(Visit visit) {
        if (visit.state() != VisitState.CANCELLED) {
            return "";
        }
        return visit.endedWith().stream()
                .flatMap(element -> node(element).stream())
                .filter(BoundaryEvent.class::isInstance)
                .map(BoundaryEvent.class::cast)
                .filter(event -> holds(event.getAttachedTo().getId(), visit.element()))
                .map(FlowElement::getName)
                .findFirst()
                .orElse("");
    }

    private boolean holds(String scope, String element) {
        for (@Nullable ModelElementInstance one = model.getModelElementById(element);
                one != null;
                one = one.getParentElement()) {
            if (one instanceof FlowNode node && node.getId().equals(scope)) {
                return true;
            }
        }
        return false;
    }

    private List<String> notes(Visit visit) {
        Instant until = visit.ended().orElse(Instant.MAX);
        return journal.stream()
                .filter(entry -> name(visit.element()).equals(entry.facts().get("task")))
                .filter(entry ->
                        !entry.at().isBefore(visit.began()) && !entry.at().isAfter(until))
                .map(this::note)
                .toList();
    }

    private String note(JournalEntry entry) {
        return minute(entry.at())
                + " " + officer(entry.actor())
                + entry.kind().label()
                + Optional.ofNullable(entry.facts().get("person"))
                        .map(person -> "，交" + officer(new OfficerId(person)))
                        .orElse("")
                + entry.typed().map(why -> "：" + why).orElse("");
    }

    private String officer(OfficerId id) {
        if (id.equals(JournalEntry.PETITIONER)) {
            return "信访人";
        }
        return organs.findOfficer(id)
                .map(officer -> officer.name() + "（" + organ(officer.organ()) + "）")
                .orElse(id.equals(OfficerId.SYSTEM) ? SYSTEM : id.value());
    }

    private String organ(OrganId id) {
        return organs.find(id).map(Organ::name).orElse(id.value());
    }

    private static String minute(Instant at) {
        return MINUTE.format(at.atZone(EngineClock.BEIJING));
    }

    private static String took(Instant began, Instant ended) {
        Duration took = Duration.between(began, ended);
        if (took.toDays() > 0) {
            return took.toDays() + "天" + (took.toHoursPart() > 0 ? took.toHoursPart() + "小时" : "");
        }
        if (took.toHours() > 0) {
            return took.toHours() + "小时" + (took.toMinutesPart() > 0 ? took.toMinutesPart() + "分钟" : "");
        }
        return took.toMinutes() > 0 ? took.toMinutes() + "分钟" : "不到1分钟";
    }
}
