package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.huiyin.kernel.PetitionId;

/**
 * What the same matter is looked for by: a registered petition, or what has been typed into a form so far, unchecked. Wrong
 * numbers find nothing; they are refused when the form is sent.
 */
public record Probe(
        Optional<PetitionId> self,
        List<Who> people,
        String title,
        String content,
        String place,
        String subject,
        Optional<String> sourceRef) {
    private static final int LONGEST = 4_000;
    private static final Pattern NUMBER = Pattern.compile("(?<!\\d)\\d{22}(?!\\d)");
    private static final int MOST_NUMBERS = 10;
    private static final int MOST_PEOPLE = 20;

    /** One person as typed; what is not known is empty. */
    public record Who(String name, String phone, String idNumber, String address) {
        public Who {
            name = shortened(name).strip();
            phone = PhoneNumber.digits(PhoneNumber.normalised(shortened(phone)));
            idNumber = IdNumber.normalised(shortened(idNumber));
            address = shortened(address).strip();
        }

        static Who of(Person person) {
            return new Who(person.name(), person.phone(), person.idNumber(), person.address());
        }

        @Override
        public String toString() {
            return "Who";
        }
    }

    public Probe {
        people = people.stream().limit(MOST_PEOPLE).toList();
        title = shortened(title);
        content = shortened(content);
        place = shortened(place);
        subject = shortened(subject).strip();
        sourceRef = sourceRef.map(String::strip).filter(ref -> !ref.isEmpty());
    }

    static Probe of(PetitionId self, List<Person> people, Letter letter, Optional<String> sourceRef) {
        return new Probe(
                Optional.of(self),
                people.stream().map(Who::of).toList(),
                letter.title(),
                letter.content(),
                letter.place(),
                letter.subject(),
                sourceRef);
    }

    /** Numbers of other petitions that the text mentions. */
    Set<String> mentioned() {
        Set<String> numbers = new TreeSet<>();
        Matcher number = NUMBER.matcher(title + " " + content);
        while (number.find() && numbers.size() < MOST_NUMBERS) {
            numbers.add(number.group());
        }
        return numbers;
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    /** Never prints what was typed. */
    @Override
    public String toString() {
        return "Probe";
    }
}
