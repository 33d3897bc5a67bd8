package org.huiyin.casefile;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.huiyin.kernel.PetitionId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who wrote: casefile.person, telephone and identity numbers as ciphertext. */
@Repository
class PersonTable {
    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;
    private final DataCipher cipher;

    PersonTable(JdbcClient jdbc, NamedParameterJdbcTemplate batches, DataCipher cipher) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.cipher = cipher;
    }

    void insert(Map<PetitionId, Registration> registrations) {
        List<SqlParameterSource> rows = new ArrayList<>();
        registrations.forEach((id, registration) -> {
            int position = 1;
            for (Person person : registration.petitioners()) {
                rows.add(row(id, position++, person));
            }
        });
        if (!rows.isEmpty()) {
            batches.batchUpdate("""
                    insert into casefile.person
                        (petition, position, kind, name, address, phone, phone_mac, id_number, id_number_mac)
                    values (:petition, :position, :kind, :name, :address, :phone, :phoneMac, :idNumber, :idNumberMac)""", rows.toArray(SqlParameterSource[]::new));
        }
    }

    List<Person> of(PetitionId id) {
        return jdbc.sql("""
                        select petition, position, kind, name, address, phone, id_number
                        from casefile.person where petition = :id order by position""").param("id", id.value()).query(this::person).list();
    }

    boolean hasAddressee(PetitionId id) {
        return jdbc.sql("""
                        select exists (select 1 from casefile.person
                            where petition = :id and name <> '' and (address <> '' or phone is not null))""").param("id", id.value()).query(Boolean.class).single();
    }

    List<PetitionId> withPhone(String phone) {
        String digits = PhoneNumber.digits(PhoneNumber.normalised(phone));
        return jdbc.sql("select distinct petition from casefile.person where phone_mac = :mac order by petition")
                .param("mac", cipher.fingerprint("phone", digits))
                .query((rs, row) -> new PetitionId(rs.getString("petition")))
                .list();
    }

    List<PetitionId> withIdNumber(String idNumber) {
        return jdbc.sql("select distinct petition from casefile.person where id_number_mac = :mac order by petition")
                .param("mac", cipher.fingerprint("idNumber", IdNumber.normalised(idNumber)))
                .query((rs, row) -> new PetitionId(rs.getString("petition")))
                .list();
    }

    private SqlParameterSource row(PetitionId id, int position, Person person) {
        return new MapSqlParameterSource()
                .addValue("petition", id.value())
                .addValue("position", position)
                .addValue("kind", person.kind().name())
                .addValue("name", person.name())
                .addValue("address", person.address())
                .addValue("phone", sealed(person.phone(), place(id, position, "phone")), Types.BINARY)
                .addValue("phoneMac", mac("phone", PhoneNumber.digits(person.phone())), Types.BINARY)
                .addValue("idNumber", sealed(person.idNumber(), place(id, position, "idNumber")), Types.BINARY)
                .addValue("idNumberMac", mac("idNumber", person.idNumber()), Types.BINARY);
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
                opened(rs.getBytes("phone"), place(id, position, "phone")),
                opened(rs.getBytes("id_number"), place(id, position, "idNumber")),
                rs.getString("address"),
                PersonKind.valueOf(rs.getString("kind")));
    }

    private String opened(byte @Nullable [] sealed, String place) {
        return sealed == null ? "" : cipher.decrypt(sealed, place);
    }

    private static String place(PetitionId id, int position, String column) {
        return id.value() + "/" + position + "/" + column;
    }
}
