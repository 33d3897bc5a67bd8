package org.huiyin.api;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.huiyin.casefile.Agency;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.PersonRole;
import org.huiyin.casefile.ProxyAuthority;
import org.huiyin.casefile.ProxyRelation;
import org.huiyin.kernel.FieldError;
import org.huiyin.kernel.InvalidInput;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of a registration.
 *
 * @param kind 信访人类别: CITIZEN unless said otherwise
 * @param role PRINCIPAL, REPRESENTATIVE, CO_PETITIONER, PROXY or DEPUTY
 * @param idNumber of an organisation its unified social credit code
 * @param relation of a proxy: what he is to the petitioner
 * @param authority of a proxy: what entitles him
 */
record FiledPerson(
        @Nullable String name,
        @Nullable String phone,
        @Nullable String idNumber,
        @Nullable String address,
        @Nullable String kind,
        @Nullable String role,
        @Nullable String enterpriseSize,
        @Nullable String nationality,
        @Nullable String relation,
        @Nullable String authority) {

    static FiledPerson proxy(
            @Nullable String name,
            @Nullable String phone,
            @Nullable String address,
            @Nullable String relation,
            @Nullable String authority) {
        return new FiledPerson(name, phone, null, address, null, "PROXY", null, null, relation, authority);
    }

    /** @param where how the request calls this person, before the names of his fields */
    Optional<Person> person(String where, PersonRole otherwise, List<FieldError> errors) {
        return person(where, otherwise, errors, Map.of());
    }

    /** @param names what the request calls a field that it does not call as here */
    Optional<Person> person(String where, PersonRole otherwise, List<FieldError> errors, Map<String, String> names) {
        List<FieldError> own = new ArrayList<>();
        Optional<Person> person = read(otherwise, own);
        own.forEach(error -> errors.add(new FieldError(
                where + names.getOrDefault(error.field(), error.field()), error.label(), error.message())));
        return person;
    }

    private Optional<Person> read(PersonRole otherwise, List<FieldError> errors) {
        PersonRole as = Words.choice("role", "身份", role, PersonRole.class, otherwise, errors);
        PersonKind is = Words.choice("kind", "信访人类别", kind, PersonKind.class, PersonKind.CITIZEN, errors);
        Optional<EnterpriseSize> size =
                Words.maybeChoice("enterpriseSize", "企业规模", enterpriseSize, EnterpriseSize.class, errors);
        Optional<ProxyRelation> proxyIs =
                Words.maybeChoice("relation", "与信访人关系", relation, ProxyRelation.class, errors);
        Optional<ProxyAuthority> proxyMay =
                Words.maybeChoice("authority", "授权方式", authority, ProxyAuthority.class, errors);
        Optional<Agency> agency = proxyIs.flatMap(how -> proxyMay.map(by -> new Agency(how, by)));
        try {
            return Optional.of(new Person(
                    Words.text(name),
                    Words.text(phone),
                    Words.text(idNumber),
                    Words.text(address),
                    is,
                    as,
                    size,
                    Words.text(nationality),
                    agency));
        } catch (InvalidInput wrong) {
            wrong.errors()
                    .forEach(error -> errors.add(new FieldError(named(error.field()), error.label(), error.message())));
            return Optional.empty();
        }
    }

    private static String named(String field) {
        return switch (field) {
            case "petitionerName" -> "name";
            case "proxyRelation" -> "relation";
            default -> field;
        };
    }

    /** Never prints who it is: records end up in logs. */
    @Override
    public String toString() {
        return "FiledPerson";
    }
}
