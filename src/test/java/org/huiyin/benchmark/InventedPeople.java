package org.huiyin.benchmark;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.huiyin.casefile.Crowd;
import org.huiyin.casefile.EnterpriseSize;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonKind;
import org.huiyin.casefile.PersonRole;
import org.huiyin.kernel.PetitionId;

/** Who wrote the letters of a {@link SyntheticCity}: two petitions in three come from somebody who writes for the first time. */
final class InventedPeople {
    private static final int AT_ONCE = 5_000;
    private static final String FAMILIES = "白柳江程叶沈顾陆谢韩秦许罗崔康宋袁潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陶郝孔邵史";
    private static final String GIVEN = "静远清和安宁晓晨雨桐子墨思源若水景行知秋明轩星河云舒以南望舒嘉言佳禾怀瑾念慈";

    private final Crowd crowd;

    InventedPeople(Crowd crowd) {
        this.crowd = crowd;
    }

    void write(DataSource database, int petitions) throws SQLException {
        long from = System.nanoTime();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            statement.setFetchSize(AT_ONCE);
            Map<PetitionId, Person> some = new LinkedHashMap<>();
            try (ResultSet rows = statement.executeQuery("select n, petition from synthetic.clone")) {
                while (rows.next()) {
                    some.put(new PetitionId(rows.getString(2)), writer(rows.getInt(1), petitions));
                    if (some.size() == AT_ONCE) {
                        crowd.write(some);
                        some.clear();
                    }
                }
            }
            crowd.write(some);
            connection.rollback();
        }
        SyntheticCity.Script.tell("people", from);
    }

    static Person writer(int n, int petitions) {
        int who = n % Math.max(1, petitions * 2 / 3);
        int mixed = mixed(who);
        boolean enterprise = who % 40 == 0;
        return new Person(
                enterprise ? "江城" + given(mixed) + "商贸有限公司" : name(mixed),
                phone(who),
                "",
                "江城市滨江区柳荫路" + (1 + mixed % 900) + "号",
                enterprise ? PersonKind.LEGAL_PERSON : PersonKind.CITIZEN,
                PersonRole.PRINCIPAL,
                enterprise
                        ? Optional.of(who % 400 == 0 ? EnterpriseSize.LARGE : EnterpriseSize.MEDIUM_SMALL_MICRO)
                        : Optional.empty(),
                "",
                Optional.empty());
    }

    static String name(int mixed) {
        return FAMILIES.charAt(mixed % FAMILIES.length()) + given(mixed / FAMILIES.length());
    }

    static String phone(int who) {
        return "139%08d".formatted(who);
    }

    private static String given(int mixed) {
        return "" + GIVEN.charAt(mixed % GIVEN.length()) + GIVEN.charAt((mixed / GIVEN.length()) % GIVEN.length());
    }

    private static int mixed(int who) {
        long spread = who * 2_654_435_761L;
        return (int) (spread >>> 7) & Integer.MAX_VALUE;
    }
}
