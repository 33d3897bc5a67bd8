package org.huiyin.api;

import static org.huiyin.api.Words.text;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.huiyin.casefile.AccusedParty;
import org.huiyin.casefile.CaseLists;
import org.huiyin.casefile.Circumstances;
import org.huiyin.casefile.ContentClass;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.Proceeding;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.casefile.Source;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.huiyin.kernel.OrganId;
import org.jspecify.annotations.Nullable;

/** A letter as another system or a file gives it: words and dates as written, of which only the content is a must. */
record FiledLetter(
        @Nullable String title,
        @Nullable String content,

        @Schema(description = "信访形式：LETTER 来信、VISIT 来访、ONLINE 网上信访（默认）、CALL 来电、MAILBOX 领导信箱、FIELD 走访下访、FAX 传真")
        @Nullable
        String channel,

        @Nullable String receivedAt,
        @Nullable String petitionerName,
        @Nullable String phone,

        @Schema(description = "公民身份号码；单位填统一社会信用代码") @Nullable
        String idNumber,

        @Nullable String address,

        @Schema(description = "问题属地的具体地点，文字") @Nullable String place,

        @Schema(description = "内容分类：编码、完整名称（一级/二级/三级）或者一级名称；其他文字照存") @Nullable
        String subject,

        @Nullable String demand,
        @Nullable String purpose,
        @Nullable Boolean confidential,
        @Nullable String sourceRef,

        @Schema(description = "信访人类别：CITIZEN、FOREIGNER、LEGAL_PERSON、OTHER_ORGANISATION") @Nullable
        String petitionerKind,

        @Schema(description = "其他人员：代表、共同信访人、代理人等") @Nullable
        List<FiledPerson> persons,

        @Nullable Proxy proxy,
        @Nullable Enterprise enterprise,

        @Schema(
                description = "信访来源，与信访形式分开：DIRECT、SUPERIOR、OTHER_ORGAN、DEPUTY、HOTLINE、LEADER_MAILBOX、LEADERS_VISIT、"
                        + "OUTREACH、MEETING、SURVEY、SUGGESTION_BOX，或者中文名称")
        @Nullable
        String source,

        @Nullable Deputy deputy,

        @Schema(description = "重点专题的编码或者名称") @Nullable List<String> topics,

        @Schema(description = "问题属地的区划：机构编号、六位行政区划代码或者名称，例如“滨江区柳堤街道”") @Nullable
        String region,

        @Schema(description = "信访人数；不填时为已登记的信访人人数") @Nullable
        Integer visitorCount,

        @Schema(description = "涉及人数") @Nullable Integer affectedCount,
        @Schema(description = "收信人，只写职务") @Nullable String addressee,

        @Schema(description = "走访下访中主动发现、当事人没有提出诉求") @Nullable
        Boolean discovered,

        @Schema(description = "被反映单位（机关编号）和被反映人；登记后他们看不到本件") @Nullable
        List<NamedParty> accused,

        @Schema(description = "已经进入的程序：COURT、PROSECUTION、ARBITRATION、RECONSIDERATION、REVIEW 或者中文名称；只用于途径建议") @Nullable
        List<@Nullable String> proceedings) {
    /** What the request calls the facts of the first petitioner, who stands in it without a list. */
    private static final Map<String, String> NAMES =
            Map.of("name", "petitionerName", "kind", "petitionerKind", "enterpriseSize", "enterprise.size");

    /** Who filed for the petitioner; of two, the second stands in persons. */
    record Proxy(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String relation,
            @Nullable String authority) {
        @Override
        public String toString() {
            return "Proxy";
        }
    }

    @Schema(description = "企业：统一社会信用代码和规模（LARGE 大型、MEDIUM_SMALL_MICRO 中小微）")
    record Enterprise(@Nullable String creditCode, @Nullable String size) {}

    @Schema(description = "转交的人大代表、政协委员；outcomeOwed 默认为 true，即办理结果须反馈本人")
    record Deputy(
            @Nullable String name,
            @Nullable String phone,
            @Nullable Boolean outcomeOwed) {
        @Override
        public String toString() {
            return "Deputy";
        }
    }

    /** 被反映单位（机关编号）或者被反映人。 */
    record NamedParty(
            @Nullable String organ,
            @Nullable String name,
            @Nullable String post) {
        AccusedParty party() {
            if (organ != null && !organ.isBlank() && !OrganId.isId(organ)) {
                throw InvalidInput.of("accusedOrgan", "被反映单位", "没有这个单位，请填写机关的编号，例如 binjiangHousingBureau。");
            }
            return new AccusedParty(
                    Optional.ofNullable(organ).filter(id -> !id.isBlank()).map(OrganId::new), text(name), text(post));
        }

        @Override
        public String toString() {
            return "NamedParty";
        }
    }

    List<AccusedParty> against() {
        return accused == null
                ? List.of()
                : accused.stream().map(NamedParty::party).toList();
    }

    /** The registration it makes; says everything that is wrong at once. */
    Registration registration(Instant whenNoneIsGiven, CaseLists.Now lists) {
        List<FieldError> errors = new ArrayList<>();
        Channel form = Words.choice("channel", "信访形式", channel, Channel.class, Channel.ONLINE, errors);
        Purpose aim = Words.choice("purpose", "信访目的", purpose, Purpose.class, Purpose.OTHER, errors);
        Instant at = receivedAt(whenNoneIsGiven, errors);
        List<Person> people = people(errors);
        Optional<Circumstances> background = attempt(errors, () -> circumstances(form, lists, errors));
        Optional<Registration> made = attempt(
                errors, () -> registration(form, aim, at, people, lists, background.orElse(Circumstances.of(form))));
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return made.orElseThrow();
    }

    private Registration registration(
            Channel form, Purpose aim, Instant at, List<Person> people, CaseLists.Now lists, Circumstances background) {
        return new Registration(
                form,
                at,
                Optional.empty(),
                people,
                text(title),
                text(content),
                text(demand),
                text(place),
                lists.subject(text(subject)),
                Boolean.TRUE.equals(confidential),
                people.stream()
                        .noneMatch(person ->
                                person.role().isPetitioner() && !person.name().isBlank()),
                visitors(people),
                Optional.ofNullable(addressee),
                aim,
                Optional.of(text(sourceRef)),
                background);
    }

    private int visitors(List<Person> people) {
        int named = (int)
                people.stream().filter(person -> person.role().isPetitioner()).count();
        return visitorCount == null ? Math.max(1, named) : visitorCount;
    }

    private Circumstances circumstances(Channel form, CaseLists.Now lists, List<FieldError> errors) {
        Source from = Words.choice("source", "信访来源", source, Source.class, assumedSource(form), errors);
        Optional<OrganId> territory =
                attempt(errors, () -> lists.territory("region", text(region))).flatMap(place -> place);
        List<String> codes = attempt(errors, () -> lists.topicCodes("topics", topics == null ? List.of() : topics))
                .orElse(List.of());
        return new Circumstances(
                from,
                from == Source.DEPUTY && deputy != null && !Boolean.FALSE.equals(deputy.outcomeOwed()),
                Optional.ofNullable(affectedCount),
                territory,
                lists.contentClass(text(subject)).map(ContentClass::code),
                codes,
                Boolean.TRUE.equals(discovered),
                begun(errors),
                Optional.empty());
    }

    private List<Proceeding> begun(List<FieldError> errors) {
        return proceedings == null
                ? List.of()
                : proceedings.stream()
                        .flatMap(Stream::ofNullable)
                        .filter(written -> !written.isBlank())
                        .flatMap(written ->
                                Words.maybeChoice("proceedings", "已经进入的程序", written, Proceeding.class, errors).stream())
                        .toList();
    }

    private Source assumedSource(Channel form) {
        return deputy == null ? Source.of(form) : Source.DEPUTY;
    }

    private List<Person> people(List<FieldError> errors) {
        List<Person> people = new ArrayList<>();
        principal().person("", PersonRole.PRINCIPAL, errors, NAMES).ifPresent(people::add);
        List<FiledPerson> others = persons == null ? List.of() : persons;
        for (int i = 0; i < others.size(); i++) {
            String where = "persons[" + i + "].";
            Optional.ofNullable(others.get(i))
                    .flatMap(person -> person.person(where, PersonRole.CO_PETITIONER, errors))
                    .ifPresent(people::add);
        }
        if (proxy != null) {
            FiledPerson.proxy(proxy.name(), proxy.phone(), proxy.address(), proxy.relation(), proxy.authority())
                    .person("proxy.", PersonRole.PROXY, errors)
                    .ifPresent(people::add);
        }
        if (deputy != null) {
            new FiledPerson(deputy.name(), deputy.phone(), null, null, null, null, null, null, null, null)
                    .person("deputy.", PersonRole.DEPUTY, errors)
                    .ifPresent(people::add);
        }
        return people;
    }

    private FiledPerson principal() {
        Enterprise given = enterprise == null ? new Enterprise(null, null) : enterprise;
        boolean isEnterprise = enterprise != null && text(petitionerKind).isBlank();
        return new FiledPerson(
                petitionerName,
                phone,
                text(idNumber).isBlank() ? given.creditCode() : idNumber,
                address,
                isEnterprise ? "LEGAL_PERSON" : petitionerKind,
                null,
                given.size(),
                null,
                null,
                null);
    }

    private Instant receivedAt(Instant whenNoneIsGiven, List<FieldError> errors) {
        String written = text(receivedAt).strip();
        if (written.isEmpty()) {
            return whenNoneIsGiven;
        }
        return ReceivedAt.parse(written).orElseGet(() -> {
            errors.add(new FieldError("receivedAt", "收到时间", ReceivedAt.FORMATS));
            return whenNoneIsGiven;
        });
    }

    private static <T> Optional<T> attempt(List<FieldError> errors, Supplier<T> making) {
        try {
            return Optional.of(making.get());
        } catch (InvalidInput wrong) {
            wrong.errors().forEach(error -> errors.add(named(error)));
            return Optional.empty();
        }
    }

    /** The register speaks of the day and of lists of people, the request of the time and of persons. */
    static FieldError named(FieldError error) {
        return switch (error.field()) {
            case "receivedOn" -> new FieldError("receivedAt", "收到时间", error.message());
            case "petitioners", "representatives", "proxies" ->
                new FieldError("persons", error.label(), error.message());
            case "deputyName" -> new FieldError("deputy.name", error.label(), error.message());
            case "outcomeOwed" -> new FieldError("deputy.outcomeOwed", error.label(), error.message());
            default -> error;
        };
    }

    /** Never prints what was written: records end up in logs. */
    @Override
    public String toString() {
        return "FiledLetter";
    }
}
