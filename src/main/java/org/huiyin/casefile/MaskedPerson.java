package org.huiyin.casefile;

import java.util.Optional;

/** Somebody in a case file as everybody with the file may see him; never accepted back as input. */
public record MaskedPerson(
        String name,
        String phone,
        String idNumber,
        String address,
        PersonKind kind,
        PersonRole role,
        Optional<EnterpriseSize> enterpriseSize,
        String nationality,
        Optional<Agency> agency) {
    static final String HIDDEN = "（要求保密）";

    static MaskedPerson of(Person person) {
        return new MaskedPerson(
                Mask.name(person.name()),
                Mask.phone(person.phone()),
                Mask.idNumber(person.idNumber()),
                Mask.address(person.address()),
                person.kind(),
                person.role(),
                person.enterpriseSize(),
                person.nationality(),
                person.agency());
    }

    /** Who asked for secrecy is not even recognisable by his family name or his district. */
    static MaskedPerson hidden(Person person) {
        return new MaskedPerson(
                HIDDEN, "", "", "", person.kind(), person.role(), Optional.empty(), "", Optional.empty());
    }
}
