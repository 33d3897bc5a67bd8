package org.huiyin.handling;

import static org.huiyin.handling.HandlingProcess.ACCEPTED;
import static org.huiyin.handling.HandlingProcess.ANSWERED;
import static org.huiyin.handling.HandlingProcess.EXTENSION_APPROVED;
import static org.huiyin.handling.HandlingProcess.HANDLER;
import static org.huiyin.handling.HandlingProcess.OPINION_SIGNED;
import static org.huiyin.handling.HandlingProcess.RECEIPT_DUE;
import static org.huiyin.handling.HandlingProcess.SIMPLIFIED;
import static org.huiyin.handling.HandlingProcess.SIMPLIFIED_RECEIPT_DUE;
import static org.huiyin.handling.HandlingProcess.SIMPLY_ANSWERED;

import java.time.Clock;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.huiyin.casefile.Petition;
import org.huiyin.engine.FormInput;
import org.huiyin.engine.OpenTask;
import org.huiyin.engine.Option;
import org.huiyin.engine.Step;
import org.huiyin.engine.UserTask;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Procedure;
import org.huiyin.notice.DeliveryMethod;
import org.huiyin.notice.PaperKind;
import org.huiyin.notice.ReceiptKind;
import org.huiyin.signing.Draft;
import org.huiyin.signing.Drafts;
import org.huiyin.signing.SigningDecision;
import org.huiyin.simplified.Proposal;
import org.huiyin.simplified.SimplifiedProcedure;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What petitionHandling.bpmn and simplifiedHandling.bpmn ask of us. */
@Configuration(proxyBeanMethods = false)
class HandlingTasks {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("uuuu年M月d日", Locale.CHINA);

    @Bean
    ExecutionListener handlingStarted(Handling handling) {
        return execution -> handling.begin(
                new PetitionId(execution.getProcessBusinessKey()), new OfficerId(HANDLER.get(execution)));
    }

    @Bean
    UserTask decideAcceptance(Handling handling, SimplifiedProcedure simplified) {
        return new DecideAcceptance(handling, simplified);
    }

    @Bean
    UserTask giveSimplifiedAnswer(SimplifiedAnswers answers, Handling handling, Clock clock) {
        return new GiveSimplifiedAnswer(answers, handling, clock);
    }

    @Bean
    UserTask recordSimplifiedReceipt(Delivery delivery) {
        return (step, input) -> {
            delivery.recordReceipt(
                    step.petition(),
                    PaperKind.SIMPLIFIED_REPLY,
                    input.choice("receiptKind", ReceiptKind.class),
                    input.date("receivedOn"),
                    input.maybeText("receiptNote").orElse(""));
            step.answer(SIMPLY_ANSWERED, true);
        };
    }

    /** The lifecycle is told that there is an answer to evaluate and to have reviewed. */
    @Bean
    ExecutionListener matterSimplyAnswered() {
        return execution -> ANSWERED.answer(execution, true);
    }

    @Bean
    UserTask draftOpinion(Handling handling, JointAnswers together, Drafts drafts) {
        return new DraftOpinion(handling, together, drafts);
    }

    @Bean
    UserTask signOpinion(Handling handling, JointAnswers together, Drafts drafts) {
        return new SignOpinion(handling, together, drafts);
    }

    @Bean
    UserTask approveExtension(Extensions extensions, Handling handling) {
        return new ApproveExtension(extensions, handling);
    }

    @Bean
    UserTask sendOpinion(Handling handling, Delivery delivery, Clock clock) {
        return new SendOpinion(handling, delivery, clock);
    }

    @Bean
    UserTask recordReceipt(Delivery delivery) {
        return (step, input) -> {
            delivery.recordReceipt(
                    step.petition(),
                    PaperKind.OPINION,
                    input.choice("receiptKind", ReceiptKind.class),
                    input.date("receivedOn"),
                    input.maybeText("receiptNote").orElse(""));
            step.answer(ANSWERED, true);
        };
    }

    private record DecideAcceptance(Handling handling, SimplifiedProcedure simplified) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            Acceptance acceptance = typed(input);
            boolean accepted = handling.decideAcceptance(step.petition(), acceptance, step.officer());
            step.answer(ACCEPTED, accepted);
            step.answer(SIMPLIFIED, acceptance.isSimplified());
            step.answer(ANSWERED, accepted);
        }

        private static Acceptance typed(FormInput input) {
            boolean accepted = input.choice("decision", AcceptanceDecision.class) == AcceptanceDecision.ACCEPT;
            return new Acceptance(
                    accepted ? Optional.empty() : Optional.of(input.choice("declineReason", DeclineReason.class)),
                    input.maybeText("whereToGo").orElse(""),
                    input.maybeText("explanation").orElse(""),
                    input.choice("deliveryMethod", DeliveryMethod.class),
                    input.asks("procedure")
                            ? input.maybeChoice("procedure", Procedure.class).orElse(Procedure.ORDINARY)
                            : Procedure.ORDINARY,
                    input.asks("simplifiedReason")
                            ? input.maybeText("simplifiedReason").orElse("")
                            : "");
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Proposal proposal = simplified.proposal(task.petition());
            Map<String, Object> fields = new HashMap<>();
            boolean marked = simplified.isMarked(task.petition()) && !proposal.excluded();
            fields.put("simplifiedProposal", (marked ? "分流时已标明拟适用简易程序。" : "") + proposal.words());
            fields.put("procedure", (marked ? Procedure.SIMPLIFIED : proposal.procedure()).name());
            if (!handling.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.NOT_DUE.name());
            }
            return fields;
        }
    }

    private record GiveSimplifiedAnswer(SimplifiedAnswers answers, Handling handling, Clock clock) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            SimplifiedAnswer answer = new SimplifiedAnswer(
                    input.choice("simplifiedOutcome", SimplifiedOutcome.class),
                    input.text("simplifiedAnswer"),
                    input.choice("answerWay", DeliveryMethod.class),
                    input.date("answeredOn"),
                    input.maybeText("answerNote").orElse(""));
            answers.give(step.petition(), answer, step.officer());
            step.answer(SIMPLIFIED_RECEIPT_DUE, answer.isReceiptDue());
            step.answer(SIMPLY_ANSWERED, true);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("answeredOn", LocalDate.now(clock));
            if (!handling.hasAddressee(task.petition())) {
                fields.put("answerWay", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }

    private record DraftOpinion(Handling handling, JointAnswers together, Drafts drafts) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            OpinionText text = new OpinionText(
                    input.text("demands"),
                    input.text("findings"),
                    input.choice("opinionOutcome", OpinionOutcome.class),
                    input.text("opinion"),
                    input.text("legalBasis"));
            together.draft(step.petition(), text, others(input), step.officer());
        }

        private static String numbers(List<Petition> others) {
            return others.stream().map(other -> other.id().value()).collect(Collectors.joining("、"));
        }

        private static List<PetitionId> others(FormInput input) {
            if (!input.asks("together")) {
                return List.of();
            }
            return input.texts("together").stream()
                    .map(number -> {
                        if (!PetitionId.isNumber(number)) {
                            throw input.wrong("together", "没有这个编号的信访件，请从列表中选择。");
                        }
                        return new PetitionId(number);
                    })
                    .toList();
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = drafts.latest(task.petition(), OpinionText.KIND)
                    .map(Draft::toRevise)
                    .orElseGet(() ->
                            new HashMap<>(Map.of("returnComment", "", "demands", handling.demands(task.petition()))));
            List<Petition> before = together.chosen(task.petition());
            if (!before.isEmpty()) {
                fields.put("answersTogether", true);
                fields.merge(
                        "returnComment",
                        "上一稿一并答复：" + numbers(before) + "；仍一并答复的，请重新选择。",
                        (head, own) -> head + "\n\n" + own);
            }
            fields.put(
                    "togetherChoices",
                    together.choices(task.petition()).stream()
                            .map(other ->
                                    new Option(other.id().value(), other.id().value() + " " + other.title()))
                            .toList());
            return fields;
        }
    }

    private record SignOpinion(Handling handling, JointAnswers together, Drafts drafts) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean signed = SigningDecision.of(input) == SigningDecision.SIGN;
            if (signed) {
                handling.signOpinion(step.petition(), step.officer());
            } else {
                drafts.giveBack(step.petition(), OpinionText.KIND, SigningDecision.comment(input), step.officer());
            }
            step.answer(OPINION_SIGNED, signed);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = drafts.latest(task.petition(), OpinionText.KIND)
                    .map(Draft::toRead)
                    .orElseGet(HashMap::new);
            fields.put("togetherText", inWords(together.chosen(task.petition())));
            return fields;
        }

        private static String inWords(List<Petition> others) {
            return others.isEmpty()
                    ? ""
                    : others.stream()
                            .map(other -> "- " + other.id().value() + " " + other.title())
                            .collect(Collectors.joining("\n", "签发时一并答复以下共同信访件，各自取得文号、各自送达：\n\n", ""));
        }
    }

    private record ApproveExtension(Extensions extensions, Handling handling) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean approved = input.choice("decision", ExtensionDecision.class) == ExtensionDecision.APPROVE;
            if (approved) {
                extensions.approve(
                        step.petition(), input.choice("deliveryMethod", DeliveryMethod.class), step.officer());
            } else {
                extensions.refuse(step.petition(), input.text("refusalReason"), step.officer());
            }
            step.answer(EXTENSION_APPROVED, approved);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = new HashMap<>();
            extensions.openRequest(task.petition()).ifPresent(request -> {
                LocalDate extendedTo = extensions.extendedTo(request);
                fields.put("extensionReason", request.reason());
                fields.put("requestedDays", request.days() + "日");
                fields.put("dueOn", DAY.format(extendedTo.minusDays(request.days())));
                fields.put("extendedTo", DAY.format(extendedTo));
            });
            if (!handling.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.NOT_DUE.name());
            }
            return fields;
        }
    }

    private record SendOpinion(Handling handling, Delivery delivery, Clock clock) implements UserTask {
        @Override
        public void complete(Step step, FormInput input) {
            boolean receiptDue = delivery.sendOpinion(
                    step.petition(), input.choice("deliveryMethod", DeliveryMethod.class), input.date("sentOn"));
            step.answer(RECEIPT_DUE, receiptDue);
            step.answer(ANSWERED, true);
        }

        @Override
        public Map<String, Object> open(OpenTask task) {
            Map<String, Object> fields = new HashMap<>();
            fields.put("sentOn", LocalDate.now(clock));
            if (!handling.hasAddressee(task.petition())) {
                fields.put("deliveryMethod", DeliveryMethod.PUBLISHED.name());
            }
            return fields;
        }
    }
}
