package org.huiyin.desk;

import static org.huiyin.desk.Unstored.unstored;

import jakarta.servlet.http.HttpSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.huiyin.desk.CasePage.Fact;
import org.huiyin.intake.Splitting;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** 登记情况 beside the form, under the login of the webapps. */
@RestController
@RequestMapping("/camunda/api/huiyin/petitions/{number}")
class RegistrationPages {
    private final WebappLogin login;
    private final RegistrationDesk desk;

    RegistrationPages(WebappLogin login, RegistrationDesk desk) {
        this.login = login;
        this.desk = desk;
    }

    /** What the section shows and offers. */
    record Page(
            List<Fact> facts,
            String wholeLetter,
            boolean mayAssignTopics,
            List<Choice> topicChoices,
            boolean maySplit,
            List<String> subjects,
            List<Paper> attachments) {
        @Override
        public String toString() {
            return "Page";
        }
    }

    /** An attachment of the letter that may be given to an item. */
    record Paper(String key, String label) {
        @Override
        public String toString() {
            return "Paper[" + key + "]";
        }
    }

    record Choice(String value, String label, boolean chosen) {}

    record ChosenTopics(@Nullable List<@Nullable String> topics) {
        List<String> codes() {
            return topics == null
                    ? List.of()
                    : topics.stream().flatMap(Stream::ofNullable).toList();
        }
    }

    record ItemTyped(
            @Nullable String title,
            @Nullable String content,
            @Nullable String demand,
            @Nullable String subject,
            @Nullable List<@Nullable String> attachments) {
        Splitting.Typed typed() {
            return new Splitting.Typed(
                    text(title),
                    text(content),
                    text(demand),
                    text(subject),
                    attachments == null
                            ? List.of()
                            : attachments.stream().flatMap(Stream::ofNullable).toList());
        }

        private static String text(@Nullable String given) {
            return Objects.requireNonNullElse(given, "");
        }

        @Override
        public String toString() {
            return "ItemTyped";
        }
    }

    record ItemsTyped(@Nullable ItemTyped kept, @Nullable List<@Nullable ItemTyped> items) {
        Splitting.Typed first() {
            return kept == null ? new Splitting.Typed("", "", "", "") : kept.typed();
        }

        List<Splitting.Typed> others() {
            List<Splitting.Typed> others = new ArrayList<>();
            if (items != null) {
                items.stream().flatMap(Stream::ofNullable).map(ItemTyped::typed).forEach(others::add);
            }
            return others;
        }
    }

    record Split(List<String> numbers, String href) {}

    @GetMapping("/registration")
    ResponseEntity<Page> show(@PathVariable String number) {
        return unstored(desk.page(login.officer(), CaseDeskPages.petition(number)));
    }

    @PostMapping("/topics")
    ResponseEntity<Map<String, String>> assignTopics(@PathVariable String number, @RequestBody ChosenTopics chosen) {
        desk.assignTopics(login.officer(), CaseDeskPages.petition(number), chosen.codes());
        return unstored(Map.of());
    }

    /** As with a receipt: the codes wait in the session until the paper is opened, once, and are kept nowhere else. */
    @PostMapping("/split")
    ResponseEntity<Split> split(@PathVariable String number, @RequestBody ItemsTyped items, HttpSession session) {
        PetitionId petition = CaseDeskPages.petition(number);
        List<PetitionId> made = desk.split(login.officer(), petition, items.first(), items.others());
        session.setAttribute(CaseDeskPages.RECEIPT + petition.value(), desk.receipt(login.officer(), petition));
        return unstored(new Split(
                made.stream().map(PetitionId::value).toList(),
                "petitions/" + petition.value() + "/registration-receipt"));
    }
}
