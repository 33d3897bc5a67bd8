package org.huiyin.casefile;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.huiyin.kernel.Article;
import org.huiyin.kernel.Channel;

/** The people of one registration, and what must hold between them. */
final class People {
    static final int MOST_REPRESENTATIVES = 5;
    static final int MOST_PROXIES = 2;
    private static final int MOST = 1_000;

    private People() {}

    /** One principal: whoever is named so first, otherwise the first petitioner; further ones stand beside him. */
    static List<Person> inOrder(List<Person> people) {
        List<Person> known =
                people.stream().filter(person -> !person.isUnknown()).toList();
        int principal = firstIn(known, role -> role == PersonRole.PRINCIPAL);
        int first = principal >= 0 ? principal : firstIn(known, PersonRole::isPetitioner);
        if (first < 0) {
            return known;
        }
        List<Person> ordered = new ArrayList<>();
        ordered.add(known.get(first).as(PersonRole.PRINCIPAL));
        for (int i = 0; i < known.size(); i++) {
            Person person = known.get(i);
            if (i != first) {
                ordered.add(person.role() == PersonRole.PRINCIPAL ? person.as(PersonRole.CO_PETITIONER) : person);
            }
        }
        return List.copyOf(ordered);
    }

    private static int firstIn(List<Person> people, Predicate<PersonRole> wanted) {
        for (int i = 0; i < people.size(); i++) {
            if (wanted.test(people.get(i).role())) {
                return i;
            }
        }
        return -1;
    }

    static long petitioners(List<Person> people) {
        return people.stream().filter(person -> person.role().isPetitioner()).count();
    }

    static void refuseWrong(Typed typed, List<Person> people) {
        typed.must(people.size() <= MOST, "petitioners", "信访人", "一次最多登记1000人。");
        refuseTooManyRepresentatives(typed, people);
        List<Person> proxies = in(people, PersonRole.PROXY);
        typed.must(
                proxies.size() <= MOST_PROXIES, "proxies", "代理人", "代理人不得超过两人，现有" + proxies.size() + "人，请只登记受委托的一至两人。");
        boolean represented = people.stream()
                .anyMatch(
                        person -> person.role().isPetitioner() && !person.name().isEmpty());
        typed.must(proxies.isEmpty() || represented, "petitionerName", "信访人姓名", "由他人代为提出的，应当写明被代理的信访人姓名。");
    }

    /** The principal is one of those who speak for the others. */
    @Article("20")
    private static void refuseTooManyRepresentatives(Typed typed, List<Person> people) {
        long others = in(people, PersonRole.REPRESENTATIVE).size();
        typed.must(
                others + 1 <= MOST_REPRESENTATIVES,
                "representatives",
                "其他代表",
                "连同主访人共有" + (others + 1) + "名代表；多人走访提出共同事项的，代表不得超过五人（《信访工作条例》第二十条）。请推选不超过五人，其余到场人员登记为共同信访人。");
    }

    /** How many came is at least how many of them are named; with a proxy the petitioner himself may have stayed at home. */
    static void refuseTooFewVisitors(Typed typed, List<Person> people, Channel channel, int visitors) {
        boolean byProxy = !in(people, PersonRole.PROXY).isEmpty();
        long named = petitioners(people);
        typed.must(
                channel != Channel.VISIT || byProxy || visitors >= named,
                "visitorCount",
                "信访人数",
                "登记了" + named + "名信访人，到场人数不能少于" + named + "，请核对。");
    }

    private static List<Person> in(List<Person> people, PersonRole role) {
        return people.stream().filter(person -> person.role() == role).toList();
    }
}
