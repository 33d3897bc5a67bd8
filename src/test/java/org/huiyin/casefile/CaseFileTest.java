package org.huiyin.casefile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.EndReason;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.PetitionId;
import org.huiyin.kernel.Route;
import org.huiyin.testkit.ARegistration;
import org.huiyin.testkit.HuiyinTest;
import org.huiyin.testkit.Time;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@HuiyinTest
@DisplayName("案卷：第二十一条至第二十三条，R1 登记")
class CaseFileTest {
    private static final OrganId BUREAU = new OrganId("cityPetitionBureau");
    private static final OrganId HOUSING = new OrganId("binjiangHousingBureau");
    private static final OfficerId CLERK = new OfficerId("intake");

    @Autowired
    CaseFile cases;

    @Autowired
    Journal journal;

    @Autowired
    EngineGateway gateway;

    @Autowired
    TransactionTemplate tx;

    @Autowired
    JdbcClient jdbc;

    @Test
    void theNumberSaysWhereWhenAndHow() {
        Time.is("2026-03-02");

        PetitionId id = cases.open(Channel.VISIT, BUREAU, CLERK);

        assertThat(id.value()).matches("9901002026030202\\d{6}");
        Petition draft = cases.get(id);
        assertThat(draft.isDraft()).isTrue();
        assertThat(draft.organ()).isEqualTo(BUREAU);
        assertThat(draft.person()).contains(CLERK);
        assertThat(draft.registeredAt()).isEqualTo(Time.now());
    }

    @Test
    void registrarsWorkingAtOnceGetDifferentNumbers() throws Exception {
        ExecutorService registrars = Executors.newFixedThreadPool(8);
        try {
            List<Callable<PetitionId>> work = new ArrayList<>();
            for (int i = 0; i < 160; i++) {
                work.add(() -> cases.open(Channel.LETTER, BUREAU, CLERK));
            }
            Set<PetitionId> numbers = new HashSet<>();
            for (Future<PetitionId> number : registrars.invokeAll(work)) {
                numbers.add(number.get());
            }
            assertThat(numbers).hasSize(160);
        } finally {
            registrars.shutdownNow();
        }
    }

    @Test
    void aRegistrarNeverWaitsForAnother() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            tx.executeWithoutResult(open -> {
                cases.open(Channel.LETTER, BUREAU, CLERK);
                Future<PetitionId> meanwhile = other.submit(() -> cases.open(Channel.LETTER, BUREAU, CLERK));
                assertThat(inTenSeconds(meanwhile)).isNotNull();
            });
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aDraftBecomesAPetition() {
        Time.is("2026-03-02");
        PetitionId id = registered(ARegistration.letter().from("张三").receivedOn("2026-02-27"));

        Petition petition = cases.get(id);

        assertThat(petition.state()).isEqualTo(PetitionState.REGISTERED);
        assertThat(petition.title()).isEqualTo("路灯不亮");
        assertThat(petition.legacy()).isFalse();
        assertThat(petition.purpose()).isEqualTo(Purpose.REQUEST);
        assertThat(cases.letter(id).demand()).isEqualTo("修复路灯");
        assertThat(cases.petitioners(id)).extracting(Person::name).containsExactly("张三");
        assertThat(journal.of(id))
                .extracting(JournalEntry::kind)
                .containsExactly(JournalKind.OPENED, JournalKind.REGISTERED);
    }

    @Test
    void aDraftIsRegisteredOnce() {
        PetitionId id = registered(ARegistration.letter());

        assertThatThrownBy(
                        () -> as(() -> cases.register(id, ARegistration.letter().build())))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRefusedRegistrationLeavesTheDraftAsItWas() {
        Time.is("2026-03-02");
        PetitionId id = cases.open(Channel.LETTER, BUREAU, CLERK);
        Registration tomorrow = ARegistration.letter().receivedOn("2026-03-03").build();

        assertThatThrownBy(() -> as(() -> cases.register(id, tomorrow))).hasMessageStartingWith("【收到日期】不能晚于今天");
        assertThatThrownBy(
                        () -> as(() -> cases.register(id, ARegistration.visit().build())))
                .hasMessageStartingWith("【信访形式】");
        assertThat(cases.get(id).isDraft()).isTrue();
        assertThat(cases.get(id).title()).isEmpty();
        assertThat(journal.of(id)).hasSize(1);
    }

    @Test
    void aLongPastMatterIsMarkedAndStillTaken() {
        Time.is("2026-03-20");

        PetitionId old = registered(ARegistration.letter().receivedOn("2026-03-04"));
        PetitionId lastDay = registered(ARegistration.letter().receivedOn("2026-03-05"));

        assertThat(cases.get(old).legacy()).isTrue();
        assertThat(cases.get(lastDay).legacy()).isFalse();
    }

    @Test
    void aDraftOpenedByMistakeIsVoidedWithItsReason() {
        PetitionId id = cases.open(Channel.LETTER, BUREAU, CLERK);

        assertThatThrownBy(() -> as(() -> cases.voidDraft(id, " "))).hasMessage("【作废原因】必须填写。");
        as(() -> cases.voidDraft(id, "重复打开"));

        assertThat(cases.get(id).state()).isEqualTo(PetitionState.VOID);
        assertThat(cases.get(id).endReason()).contains(EndReason.VOIDED);
        as(() -> cases.end(id, EndReason.VOIDED, ""));
        assertThat(journal.of(id)).hasSize(2);
    }

    @Test
    @DisplayName("第三十条：检举控告件自判定时起封存")
    void anAccusationIsSealed() {
        PetitionId id = registered(ARegistration.letter());

        as(() -> cases.classify(id, PetitionClass.ACCUSATION, Optional.empty(), "反映干部作风"));

        assertThat(cases.get(id).sealed()).isTrue();
        assertThat(cases.get(id).route()).isEmpty();
    }

    @Test
    @DisplayName("R25 每一时刻都有一个责任机关")
    void theMatterIsEntrustedToOneOrganAndPerson() {
        PetitionId id = registered(ARegistration.letter());

        as(() -> cases.entrust(id, HOUSING, Optional.of(new OfficerId("handler"))));
        as(() -> cases.entrust(id, HOUSING, Optional.of(new OfficerId("handler"))));

        assertThat(cases.get(id).organ()).isEqualTo(HOUSING);
        assertThat(cases.get(id).person()).contains(new OfficerId("handler"));
        assertThat(journal.of(id))
                .filteredOn(entry -> entry.kind() == JournalKind.ENTRUSTED)
                .hasSize(1);
    }

    @Test
    void aPetitionEndsOnceAndForOneReason() {
        PetitionId id = registered(ARegistration.letter());
        as(() -> cases.classify(id, PetitionClass.APPEAL, Optional.of(Route.PETITION), ""));

        as(() -> cases.end(id, EndReason.DECLINED, "不属于职权范围"));
        as(() -> cases.end(id, EndReason.DECLINED, "不属于职权范围"));

        assertThat(cases.get(id).state()).isEqualTo(PetitionState.ENDED);
        assertThat(cases.get(id).endedAt()).isPresent();
        assertThatThrownBy(() -> as(() -> cases.end(id, EndReason.GUIDED, "")))
                .isInstanceOf(IllegalStateException.class);
    }

    @Test
    @DisplayName("第二十三条：姓名或住址不清的，无须告知")
    void aNoticeNeedsANameAndAWayToReachIt() {
        PetitionId nobody = registered(ARegistration.letter());
        PetitionId nameOnly = registered(ARegistration.letter().from(Person.citizen("张三", "", "", "")));
        PetitionId reachable = registered(ARegistration.letter().from(Person.citizen("张三", "", "", "柳树巷8号")));

        assertThat(cases.hasAddressee(nobody)).isFalse();
        assertThat(cases.hasAddressee(nameOnly)).isFalse();
        assertThat(cases.hasAddressee(reachable)).isTrue();
    }

    @Test
    void aTransactionSeesWhatItChangedAndLeavesNothingWhenItRollsBack() {
        PetitionId id = registered(ARegistration.letter());

        tx.executeWithoutResult(step -> {
            assertThat(cases.lock(id).organ()).isEqualTo(BUREAU);
            as(() -> cases.entrust(id, HOUSING, Optional.empty()));
            assertThat(cases.lock(id).organ()).isEqualTo(HOUSING);
            as(() -> journal.write(id, JournalKind.FORWARDED, Map.of()));
            assertThat(cases.get(id).state()).isEqualTo(PetitionState.FORWARDED);
            step.setRollbackOnly();
        });

        assertThat(cases.get(id).organ()).isEqualTo(BUREAU);
        assertThat(cases.get(id).state()).isEqualTo(PetitionState.REGISTERED);
    }

    @Test
    void theNextVerbSeesWhatTheOneBeforeCommitted() throws Exception {
        PetitionId id = registered(ARegistration.letter());
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            Future<OrganId> waiting = tx.execute(first -> {
                cases.lock(id);
                Future<OrganId> second =
                        other.submit(() -> tx.execute(step -> cases.lock(id).organ()));
                as(() -> cases.entrust(id, HOUSING, Optional.empty()));
                return second;
            });
            assertThat(waiting.get(10, TimeUnit.SECONDS)).isEqualTo(HOUSING);
        } finally {
            other.shutdownNow();
        }
    }

    @Test
    void aPetitionIsNeverDeleted() {
        PetitionId id = registered(ARegistration.letter());

        assertThatThrownBy(() -> jdbc.sql("delete from casefile.petition where id = :id")
                        .param("id", id.value())
                        .update())
                .hasMessageContaining("never deleted");
    }

    @Test
    void anUnknownNumberIsSaidSo() {
        PetitionId unknown = new PetitionId("9999992026030201000001");

        assertThatThrownBy(() -> cases.get(unknown))
                .isInstanceOf(NoSuchPetition.class)
                .hasMessage("没有找到编号为9999992026030201000001的信访件，请核对编号。");
    }

    private PetitionId registered(ARegistration matter) {
        PetitionId id = cases.open(Channel.LETTER, BUREAU, CLERK);
        as(() -> cases.register(id, matter.build()));
        return id;
    }

    private void as(Runnable work) {
        gateway.as(CLERK, work);
    }

    private static PetitionId inTenSeconds(Future<PetitionId> number) {
        try {
            return number.get(10, TimeUnit.SECONDS);
        } catch (InterruptedException | ExecutionException | java.util.concurrent.TimeoutException e) {
            throw new AssertionError(e);
        }
    }
}
