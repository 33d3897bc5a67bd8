package org.huiyin.casefile;

/** A petitioner as everybody with the file may see him; never accepted back as input. */
public record MaskedPerson(String name, String phone, String idNumber, String address, PersonKind kind) {
    static MaskedPerson of(Person person) {
        return new MaskedPerson(
                Mask.name(person.name()),
                Mask.phone(person.phone()),
                Mask.idNumber(person.idNumber()),
                Mask.address(person.address()),
                person.kind());
    }
}
