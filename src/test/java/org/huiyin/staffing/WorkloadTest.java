package org.huiyin.staffing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Bars;
import org.huiyin.casefile.CaseFile;
import org.huiyin.casefile.JournalKind;
import org.huiyin.deadline.ClockKind;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.PetitionId;
import org.huiyin.organ.RightMissing;
import org.huiyin.organ.Role;
import org.huiyin.testkit.Desk;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Life;
import org.huiyin.testkit.Petitions;
import org.huiyin.testkit.Records;
import org.huiyin.testkit.Typed;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("R28 负责人看得到各人手中的待办，成批改派，逐件核对")
class WorkloadTest {
    private static final OfficerId OTHER = new OfficerId("binjiangHousingHandlerTwo");

    @Autowired
    Workload workload;

    @Autowired
    CaseFile cases;

    @Autowired
    Bars bars;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    Records records;

    private final Desk handler = Desk.as(Petitions.HANDLER);

    @Test
    @DisplayName("所选的逐件改派，理由记入案卷，责任和期限随之；不能改派的说明原因，其余照办")
    void chosenTasksMoveAndWhatIsRefusedSaysWhy() {
        PetitionId free = Life.ofALetter().withTheHandler().id();
        PetitionId barred = Life.ofALetter().withTheHandler().id();
        gateway.as(
                Petitions.HEAD,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(barred);
                    bars.recuse(barred, OTHER);
                }));
        String first = handler.task(free, "decideAcceptance").getId();
        String second = handler.task(barred, "decideAcceptance").getId();
        long before = load(Petitions.HANDLER);

        List<MoveOutcome> outcomes = workload.move(List.of(first, second, "gone"), OTHER, "手中待办过多。", Petitions.HEAD);

        assertThat(outcomes).extracting(MoveOutcome::done).containsExactly(true, false, false);
        assertThat(outcomes.get(1).message()).contains("不能办理这件事项");
        assertThat(outcomes.get(2).message()).contains("不在本单位待办之中");
        assertThat(Desk.as(OTHER).sees(free)).containsExactly("decideAcceptance");
        assertThat(handler.sees(free)).isEmpty();
        assertThat(handler.sees(barred)).containsExactly("decideAcceptance");
        assertThat(cases.get(free).person()).contains(OTHER);
        assertThat(records.clock(free, ClockKind.D4).person()).contains(OTHER);
        assertThat(records.entry(free, JournalKind.TASK_REASSIGNED).typed()).contains("手中待办过多。");
        assertThat(records.entry(free, JournalKind.TASK_REASSIGNED).actor()).isEqualTo(Petitions.HEAD);
        assertThat(records.journal(barred)).doesNotContain(JournalKind.TASK_REASSIGNED);
        assertThat(load(Petitions.HANDLER)).isEqualTo(before - 1);
    }

    @Test
    @DisplayName("本组待签收的，负责人可以直接指派；岗位不同的不能接办")
    void whatWaitsForTheGroupIsAssignedByTheHead() {
        PetitionId petition = Life.ofALetter().sorted().forwarded().id();
        String task = handler.task(petition, "signIn").getId();
        assertThat(workload.waiting(Petitions.HEAD))
                .extracting(one -> one.task().id())
                .contains(task);

        assertThat(move(task, Petitions.HEAD).message()).contains("不是本单位的承办人");
        assertThat(move(task, OTHER).done()).isTrue();
        assertThat(Desk.as(OTHER).task(petition, "signIn").getAssignee()).isEqualTo(OTHER.value());
        assertThat(move(task, OTHER).message()).contains("已经在接办人手中");
    }

    @Test
    @DisplayName("两人经办：不能把审签派给承办人自己；审签不能派给不是负责人的")
    void nobodyIsGivenWhatHeHandledToSign() {
        PetitionId petition =
                Life.ofALetter().withTheHandler().accepted().drafted().id();
        String task = Desk.as("head").task(petition, "signOpinion").getId();
        assertThat(move(task, Petitions.HANDLER).message()).contains("不是本单位的负责人");
        gateway.as(
                Petitions.HEAD,
                () -> tx.executeWithoutResult(
                        status -> cases.entrust(petition, Petitions.HOUSING, Optional.of(Petitions.HEAD))));

        assertThat(move(task, Petitions.HEAD).message()).contains("不能审签");
        assertThat(Desk.as("head").task(petition, "signOpinion").getAssignee()).isNull();
    }

    @Test
    @DisplayName("调离、退休：一个岗位的全部待办和责任移交，别人的不动")
    void allOfARoleIsHandedOverForGood() {
        PetitionId named = Life.ofALetter().sorted().forwarded().id();
        handler.complete(named, "signIn", Typed.signIn(OTHER.value()));
        PetitionId claimed = Life.ofALetter().sorted().forwarded().id();
        Desk.as(OTHER).claim(claimed, "signIn");
        PetitionId mine = Life.ofALetter().withTheHandler().id();

        List<MoveOutcome> outcomes = workload.handOver(OTHER, Role.HANDLE, Petitions.HANDLER, "调离本单位。", Petitions.HEAD);

        assertThat(outcomes).extracting(MoveOutcome::petition).contains(Optional.of(named), Optional.of(claimed));
        assertThat(handler.sees(named)).containsExactly("decideAcceptance");
        assertThat(cases.get(named).person()).contains(Petitions.HANDLER);
        assertThat(handler.task(claimed, "signIn").getAssignee()).isEqualTo("handler");
        assertThat(Desk.as(OTHER).sees(named)).isEmpty();
        assertThat(records.entry(named, JournalKind.TASK_REASSIGNED).facts()).containsEntry("cause", "HAND_OVER");
        assertThat(records.journal(mine)).doesNotContain(JournalKind.TASK_REASSIGNED);
        assertThat(workload.handOver(OTHER, Role.DISPATCH, Petitions.HANDLER, "没有这个岗位。", Petitions.HEAD))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "handler",
                "binjiangUrbanManagementHead",
                "dispatch",
                "supervise",
                "reviewer",
                "sealed",
                "analyst"
            })
    @DisplayName("别的单位、不是负责人的，看不到也改派不了")
    void nobodyElseSeesOrMoves(String stranger) {
        OfficerId by = new OfficerId(stranger);
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        String task = handler.task(petition, "decideAcceptance").getId();

        assertThatThrownBy(() -> workload.of(Petitions.HANDLER, by)).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> workload.move(List.of(task), OTHER, "想帮忙", by)).isInstanceOf(RightMissing.class);
        assertThatThrownBy(() -> workload.handOver(Petitions.HANDLER, Role.HANDLE, OTHER, "想帮忙", by))
                .isInstanceOf(RightMissing.class);
        assertThat(workload.loads(by)).noneMatch(load -> load.officer().id().equals(Petitions.HANDLER));
        assertThat(handler.sees(petition)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("别的单位的待办，即使派给本单位的人，也改派不了")
    void tasksOfOtherOrgansStayThere() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        String task = handler.task(petition, "decideAcceptance").getId();

        List<MoveOutcome> outcomes = workload.move(
                List.of(task),
                new OfficerId("binjiangUrbanManagementHandler"),
                "拿过来办",
                new OfficerId("binjiangUrbanManagementHead"));

        assertThat(outcomes).allMatch(outcome -> !outcome.done());
        assertThat(handler.sees(petition)).containsExactly("decideAcceptance");
    }

    @Test
    @DisplayName("第二十八条、第三十条 须回避的负责人看不到那件事项的待办，也改派不了")
    void aBarredHeadSeesNothingOfTheMatter() {
        PetitionId petition = Life.ofALetter().withTheHandler().id();
        String task = handler.task(petition, "decideAcceptance").getId();
        gateway.as(
                Petitions.HANDLER,
                () -> tx.executeWithoutResult(status -> {
                    cases.lock(petition);
                    bars.recuse(petition, Petitions.HEAD);
                }));

        assertThat(workload.of(Petitions.HANDLER, Petitions.HEAD))
                .noneMatch(one -> one.task().petition().equals(petition));
        assertThat(move(task, OTHER).message()).contains("不在本单位待办之中");
    }

    @Test
    @DisplayName("检举控告件不在负责人的工作量里")
    void sealedMattersAreNoWorkloadOfAHead() {
        PetitionId petition = Life.ofALetter().id();
        Desk.as("dispatch").complete(petition, "decideClass", Map.of("petitionClass", "ACCUSATION"));

        assertThat(workload.waiting(new OfficerId("petitionHead")))
                .noneMatch(one -> one.task().petition().equals(petition));
    }

    @Test
    @DisplayName("没有选、没有理由的，说明怎样改")
    void nothingChosenOrNoReasonIsRefused() {
        assertThatThrownBy(() -> workload.move(List.of(), OTHER, "理由", Petitions.HEAD))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("请选择");
        assertThatThrownBy(() -> workload.move(List.of("x"), OTHER, "  ", Petitions.HEAD))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("必须填写");
        assertThatThrownBy(() ->
                        workload.handOver(Petitions.HANDLER, Role.HANDLE, Petitions.HANDLER, "理由", Petitions.HEAD))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("另一名");
    }

    private MoveOutcome move(String task, OfficerId to) {
        return workload.move(List.of(task), to, "均衡工作量。", Petitions.HEAD).get(0);
    }

    private long load(OfficerId officer) {
        return workload.loads(Petitions.HEAD).stream()
                .filter(load -> load.officer().id().equals(officer))
                .mapToLong(Load::all)
                .sum();
    }
}
