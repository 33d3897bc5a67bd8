package org.huiyin.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.huiyin.casefile.Agency;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.PersonLines;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.ProxyAuthority;
import org.huiyin.casefile.ProxyRelation;
import org.huiyin.engine.FormInput;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;

/** The people of a registration form: the petitioner, those with him, those who file for him, who passed it on. */
final class PeopleForm {
    private final FormInput input;
    private final List<FieldError> errors = new ArrayList<>();

    PeopleForm(FormInput input) {
        this.input = input;
    }

    /** The principal first; says everything that is wrong at once, by the names of the form. */
    List<Person> read() {
        List<Person> people = new ArrayList<>();
        attempt(Map.of("idNumber", organisation() ? "creditCode" : "idNumber"), this::principal)
                .ifPresent(people::add);
        people.addAll(lines("representatives", "其他代表", PersonRole.REPRESENTATIVE));
        people.addAll(lines("coPetitioners", "共同信访人", PersonRole.CO_PETITIONER));
        proxy("filedByProxy", "proxy").ifPresent(people::add);
        proxy("secondProxy", "secondProxy").ifPresent(people::add);
        deputy().ifPresent(people::add);
        if (!errors.isEmpty()) {
            throw new InvalidInput(errors);
        }
        return people;
    }

    private PersonKind kind() {
        return asked("petitionerKind")
                .map(word -> input.choice("petitionerKind", PersonKind.class))
                .orElse(PersonKind.CITIZEN);
    }

    private boolean organisation() {
        return kind().isOrganisation();
    }

    private Person principal() {
        return new Person(
                text("petitionerName"),
                text("phone"),
                organisation() ? text("creditCode") : text("idNumber"),
                text("address"),
                kind(),
                PersonRole.PRINCIPAL,
                asked("enterpriseSize").map(word -> input.choice("enterpriseSize", EnterpriseSize.class)),
                text("nationality"),
                Optional.empty());
    }

    private List<Person> lines(String field, String label, PersonRole role) {
        return attempt(Map.of(), () -> PersonLines.read(field, label, text(field), role))
                .orElse(List.of());
    }

    private Optional<Person> proxy(String flag, String prefix) {
        if (!input.asks(flag) || !input.flag(flag)) {
            return Optional.empty();
        }
        return attempt(
                Map.of("petitionerName", prefix + "Name", "phone", prefix + "Phone", "address", prefix + "Address"),
                () -> Person.proxy(
                        text(prefix + "Name"),
                        text(prefix + "Phone"),
                        text(prefix + "Address"),
                        new Agency(
                                input.choice(prefix + "Relation", ProxyRelation.class),
                                input.choice(prefix + "Authority", ProxyAuthority.class))));
    }

    private Optional<Person> deputy() {
        return asked("deputyName")
                .flatMap(name -> attempt(
                        Map.of("petitionerName", "deputyName", "phone", "deputyPhone"),
                        () -> Person.citizen(name, text("deputyPhone"), "", "").as(PersonRole.DEPUTY)));
    }

    private <T> Optional<T> attempt(Map<String, String> fields, Supplier<T> reading) {
        try {
            return Optional.of(reading.get());
        } catch (InvalidInput wrong) {
            wrong.errors()
                    .forEach(error -> errors.add(new FieldError(
                            fields.getOrDefault(error.field(), error.field()), error.label(), error.message())));
            return Optional.empty();
        }
    }

    private Optional<String> asked(String key) {
        return input.asks(key) ? input.maybeText(key) : Optional.empty();
    }

    private String text(String key) {
        return asked(key).orElse("");
    }
}
