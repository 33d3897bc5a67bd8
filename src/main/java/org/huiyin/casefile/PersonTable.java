package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wrote: casefile.person, telephone and identity numbers as ciphertext. */
@Repository
class PersonTable {
    private static final String PHONE = "phone";
    private static final String ID_NUMBER = "idNumber";

    private final JdbcClient jdbc;
    private final DataCipher cipher;

    PersonTable(JdbcClient jdbc, DataCipher cipher) {
        this.jdbc = jdbc;
        this.cipher = cipher;
    }

    /** Returns those petitions by whose writers somebody has declared to be bound (article 28). */
    Set<PetitionId> insert(Map<PetitionId, Registration> registrations) {
        List<Row> rows = new ArrayList<>();
        registrations.forEach((id, registration) -> {
            int position = 1;
            for (Person person : registration.petitioners()) {
                rows.add(new Row(id, position++, person));
            }
        });
        return rows.isEmpty() ? Set.of() : insert(rows);
    }

    private Set<PetitionId> insert(List<Row> rows) {
        return jdbc
                .sql("""
                        insert into casefile.person
                            (petition, position, kind, name, address, phone, phone_mac, id_number, id_number_mac,
                            role, enterprise_size, nationality, relation, authority)
                        select petition, position, kind, name, address, phone, phone_mac, id_number, id_number_mac,
                            role, enterprise_size, nationality, relation, authority
                        from unnest(:petitions::text[], :positions::integer[], :kinds::text[], :names::text[],
                                :addresses::text[], :phones::bytea[], :phoneMacs::bytea[], :idNumbers::bytea[],
                                :idNumberMacs::bytea[], :roles::text[], :sizes::text[], :nationalities::text[],
                                :relations::text[], :authorities::text[])
                            as r (petition, position, kind, name, address, phone, phone_mac, id_number,
                                id_number_mac, role, enterprise_size, nationality, relation, authority)
                        returning petition, exists (
                            select 1 from organ.relation r where r.enterprise = person.name) as related""")
                .param("petitions", texts(rows, row -> row.petition().value()))
                .param("positions", rows.stream().map(Row::position).toArray(Integer[]::new))
                .param("kinds", texts(rows, row -> row.person().kind().name()))
                .param("names", texts(rows, row -> row.person().name()))
                .param("addresses", texts(rows, row -> row.person().address()))
                .param("phones", bytes(rows, row -> sealed(row.person().phone(), row.place(PHONE))))
                .param(
                        "phoneMacs",
                        bytes(
                                rows,
                                row -> mac(
                                        PHONE, PhoneNumber.digits(row.person().phone()))))
                .param("idNumbers", bytes(rows, row -> sealed(row.person().idNumber(), row.place(ID_NUMBER))))
                .param(
                        "idNumberMacs",
                        bytes(rows, row -> mac(ID_NUMBER, row.person().idNumber())))
                .param("roles", texts(rows, row -> row.person().role().name()))
                .param("sizes", texts(rows, row -> name(row.person().enterpriseSize())))
                .param("nationalities", texts(rows, row -> row.person().nationality()))
                .param(
                        "relations",
                        texts(rows, row -> name(row.person().agency().map(Agency::relation))))
                .param(
                        "authorities",
                        texts(rows, row -> name(row.person().agency().map(Agency::authority))))
                .query((rs, row) -> rs.getBoolean("related")
                        ? Optional.of(new PetitionId(rs.getString("petition")))
                        : Optional.<PetitionId>empty())
                .stream()
                .flatMap(Optional::stream)
                .collect(Collectors.toSet());
    }

    List<Person> of(PetitionId id) {
        return jdbc.sql("""
                        select petition, position, kind, name, address, phone, id_number, role, enterprise_size,
                            nationality, relation, authority
                        from casefile.person where petition = :id order by position""").param("id", id.value()).query(this::person).list();
    }

    /** Whose matter it is, without those who speak for them or passed it on. */
    List<Person> petitioners(PetitionId id) {
        return of(id).stream().filter(person -> person.role().isPetitioner()).toList();
    }

    boolean hasAddressee(PetitionId id) {
        return jdbc.sql("""
                        select exists (select 1 from casefile.person
                            where petition = :id and role <> 'DEPUTY' and name <> '' and (address <> '' or phone is not null))""").param("id", id.value()).query(Boolean.class).single();
    }

    List<PetitionId> withPhone(String phone) {
        String digits = PhoneNumber.digits(PhoneNumber.normalised(phone));
        return jdbc.sql("select distinct petition from casefile.person where phone_mac = :mac order by petition")
                .param("mac", cipher.fingerprint(PHONE, digits))
                .query((rs, row) -> new PetitionId(rs.getString("petition")))
                .list();
    }

    List<PetitionId> withIdNumber(String idNumber) {
        return jdbc.sql("select distinct petition from casefile.person where id_number_mac = :mac order by petition")
                .param("mac", cipher.fingerprint(ID_NUMBER, IdNumber.normalised(idNumber)))
                .query((rs, row) -> new PetitionId(rs.getString("petition")))
                .list();
    }

    /** As it stands in the index; the digits of the telephone number. */
    byte[] phoneMac(String digits) {
        return cipher.fingerprint(PHONE, digits);
    }

    byte[] idNumberMac(String normalised) {
        return cipher.fingerprint(ID_NUMBER, normalised);
    }

    private byte @Nullable [] sealed(String value, String place) {
        return value.isEmpty() ? null : cipher.encrypt(value, place);
    }

    private byte @Nullable [] mac(String purpose, String value) {
        return value.isEmpty() ? null : cipher.fingerprint(purpose, value);
    }

    private Person person(ResultSet rs, int row) throws SQLException {
        PetitionId id = new PetitionId(rs.getString("petition"));
        int position = rs.getInt("position");
        return new Person(
                rs.getString("name"),
                opened(rs.getBytes("phone"), place(id, position, PHONE)),
                opened(rs.getBytes("id_number"), place(id, position, ID_NUMBER)),
                rs.getString("address"),
                PersonKind.valueOf(rs.getString("kind")),
                PersonRole.valueOf(rs.getString("role")),
                Optional.ofNullable(rs.getString("enterprise_size")).map(EnterpriseSize::valueOf),
                rs.getString("nationality"),
                agency(rs.getString("relation"), rs.getString("authority")));
    }

    private static Optional<Agency> agency(@Nullable String relation, @Nullable String authority) {
        return relation == null || authority == null
                ? Optional.empty()
                : Optional.of(new Agency(ProxyRelation.valueOf(relation), ProxyAuthority.valueOf(authority)));
    }

    private static @Nullable String name(Optional<? extends Enum<?>> value) {
        return value.map(Enum::name).orElse(null);
    }

    private String opened(byte @Nullable [] sealed, String place) {
        return sealed == null ? "" : cipher.decrypt(sealed, place);
    }

    private static String place(PetitionId id, int position, String column) {
        return id.value() + "/" + position + "/" + column;
    }

    private static @Nullable String[] texts(List<Row> rows, Function<Row, @Nullable String> text) {
        return rows.stream().map(text).toArray(String[]::new);
    }

    private static byte @Nullable [][] bytes(List<Row> rows, Function<Row, byte @Nullable []> value) {
        return rows.stream().map(value).toArray(byte[][]::new);
    }

    private record Row(PetitionId petition, int position, Person person) {
        String place(String column) {
            return PersonTable.place(petition, position, column);
        }
    }
}
