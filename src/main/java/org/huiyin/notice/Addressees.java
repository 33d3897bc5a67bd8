package org.huiyin.notice;

import java.util.List;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.PersonRole;

/** To whom a paper speaks: to the petitioners by name and, where somebody filed for them, to him as well (R14). */
final class Addressees {
    private static final String ANONYMOUS = "信访人";
    private static final int MOST_NAMES = 5;

    private Addressees() {}

    /** @param count 信访人数: more may stand behind the matter than are named */
    static String of(List<Person> people, int count) {
        List<String> proxies = names(people.stream()
                .filter(person -> person.role() == PersonRole.PROXY)
                .toList());
        List<String> petitioners = names(
                people.stream().filter(person -> person.role().isPetitioner()).toList());
        if (petitioners.isEmpty()) {
            return ANONYMOUS;
        }
        int all = Math.max(petitioners.size(), proxies.isEmpty() ? count : 0);
        List<String> named = petitioners.subList(0, Math.min(MOST_NAMES, petitioners.size()));
        String together = String.join("、", named) + (all > named.size() ? "等" + all + "人" : "");
        return proxies.isEmpty() ? together : together + "，代理人" + String.join("、", proxies);
    }

    private static List<String> names(List<Person> people) {
        return people.stream().map(Person::name).filter(name -> !name.isEmpty()).toList();
    }
}
