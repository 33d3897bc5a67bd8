package org.huiyin.desk;

import com.samskivert.mustache.Template;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.huiyin.engine.HuiyinMode;
import org.huiyin.organ.Officer;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;
import org.springframework.core.env.Environment;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The front door: leads each audience to its own. People are named only in the demo, whose city is invented. */
@RestController
class LandingPage {
    /** One for each role, in the order in which a letter meets them. */
    private static final List<String> FIRST = List.of(
            "intake",
            "dispatch",
            "handler",
            "head",
            "reviewer",
            "supervise",
            "leader",
            "sealed",
            "discipline",
            "analyst",
            "operator",
            "admin");

    private final SitePage site;
    private final Organs organs;
    private final boolean demo;
    private final Template template = SitePage.template("landing.html");

    /** One row of the table of demo people. */
    record Person(String id, String name, String organ, String roles) {}

    LandingPage(SitePage site, Organs organs, Environment environment) {
        this.site = site;
        this.organs = organs;
        this.demo = environment.getProperty(HuiyinMode.DEMO, Boolean.class, false);
    }

    @GetMapping(path = "/", produces = HandbookPages.HTML)
    String show() {
        List<Person> people = demo ? people() : List.of();
        List<Person> first = people.stream()
                .filter(person -> FIRST.contains(person.id()))
                .sorted(Comparator.comparing(person -> FIRST.indexOf(person.id())))
                .toList();
        List<Person> others =
                people.stream().filter(person -> !FIRST.contains(person.id())).toList();
        return site.of(
                "回音 · 信访事项办理系统",
                template.execute(
                        Map.of("demo", demo, "password", HuiyinMode.DEMO_PASSWORD, "first", first, "others", others)));
    }

    private List<Person> people() {
        Set<Officer> officers = new LinkedHashSet<>();
        organs.all()
                .forEach(organ -> Arrays.stream(Role.values())
                        .forEach(role -> officers.addAll(organs.officers(organ.id(), role))));
        return officers.stream().map(this::row).toList();
    }

    private Person row(Officer officer) {
        String roles = officer.roles().stream().sorted().map(Role::label).collect(Collectors.joining("、"));
        return new Person(
                officer.id().value(),
                officer.name(),
                organs.get(officer.organ()).name(),
                roles);
    }
}
