package org.huiyin.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.huiyin.demo.CrowdStage.Days;
import org.huiyin.demo.CrowdTexts.Idea;
import org.huiyin.demo.CrowdTexts.Matter;
import org.huiyin.demo.CrowdTexts.Place;
import org.huiyin.kernel.Channel;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionClass;
import org.huiyin.kernel.Route;
import org.huiyin.organ.Officer;
import org.huiyin.organ.OrganLevel;
import org.huiyin.organ.Organs;
import org.huiyin.organ.Role;

/** Writes down step by step what became of one petition of the crowd, as the officers of its organs would have typed it. */
final class CrowdStory {
    private static final List<Channel> CHANNELS = List.of(
            Channel.ONLINE,
            Channel.LETTER,
            Channel.ONLINE,
            Channel.CALL,
            Channel.MAILBOX,
            Channel.ONLINE,
            Channel.VISIT);
    private static final int FIRST_PHONE = 61;

    private final Organs organs;
    private final int n;
    private final String petitioner;
    private final int forwarded;
    private final List<DemoStep> steps = new ArrayList<>();

    /**
     * @param n the place in the crowd, which decides on everything that varies
     * @param forwarded how many days ago it was forwarded
     */
    CrowdStory(Organs organs, int n, String petitioner, int forwarded) {
        this.organs = organs;
        this.n = n;
        this.petitioner = petitioner;
        this.forwarded = forwarded;
    }

    List<DemoStep> steps() {
        return List.copyOf(steps);
    }

    /** A claim (申诉求决), up to the stage at which it stands. */
    void asks(Matter matter, Place place, int round, CrowdStage stage) {
        OrganId competent = new OrganId(matter.organ(place));
        OrganId receiver = stage == CrowdStage.DIRECT ? competent : bureau(competent, place);
        Channel channel = stage == CrowdStage.DIRECT ? Channel.VISIT : CHANNELS.get(n % CHANNELS.size());
        Map<String, Object> letter = letter(matter.title(place), matter.content(place, round), matter.subject(), place);
        letter.put("demand", matter.demand());
        received(channel, "REQUEST", receiver, letter, stage.isForwarded() ? forwarded + 2 : forwarded);
        if (stage.isForwarded()) {
            Map<String, Object> sorted =
                    Map.of("petitionClass", PetitionClass.APPEAL.name(), "route", Route.PETITION.name());
            forwarded(receiver, sorted, competent, matter.why());
            handled(matter, competent, stage);
        }
    }

    /** A suggestion (建议意见), which is being studied. */
    void suggests(Idea idea, Place place) {
        OrganId competent = new OrganId(idea.organ());
        OrganId receiver = bureau(competent, place);
        Map<String, Object> letter = letter(idea.title(place), idea.content(place), idea.subject(), place);
        received(Channel.ONLINE, "SUGGESTION", receiver, letter, forwarded + 2);
        forwarded(receiver, Map.of("petitionClass", PetitionClass.SUGGESTION.name()), competent, idea.why());
        step(Days.SIGNED_IN, officer(competent, Role.DISPATCH), "signIn", signIn(handler(competent)));
    }

    private void handled(Matter matter, OrganId organ, CrowdStage stage) {
        String handler = handler(organ);
        if (stage != CrowdStage.FORWARDED) {
            step(Days.SIGNED_IN, officer(organ, Role.DISPATCH), "signIn", signIn(handler));
        }
        if (stage.isAccepted()) {
            step(Days.ACCEPTED, handler, "decideAcceptance", Map.of("decision", "ACCEPT", "deliveryMethod", "POST"));
        }
        if (stage.isAccepted() && stage != CrowdStage.HANDLING) {
            step(Days.DRAFTED, handler, "draftOpinion", opinion(matter));
        }
        if (stage == CrowdStage.SENT || stage == CrowdStage.ANSWERED) {
            step(Days.SIGNED, officer(organ, Role.SIGN), "signOpinion", Map.of("decision", "SIGN"));
            step(Days.SENT, handler, "sendOpinion", Map.of("deliveryMethod", "POST", "sentOn", "today"));
        }
        if (stage == CrowdStage.ANSWERED) {
            step(Days.RECEIVED, handler, "recordReceipt", Map.of("receiptKind", "SIGNED", "receivedOn", "today"));
        }
    }

    private void received(Channel channel, String purpose, OrganId by, Map<String, Object> letter, int day) {
        String registrar = officer(by, Role.INTAKE);
        if (channel == Channel.ONLINE || channel == Channel.MAILBOX) {
            letter.putAll(Map.of("channel", channel.name(), "purpose", purpose));
            steps.add(new DemoStep(day, registrar, "receivedOnline", letter));
            return;
        }
        steps.add(new DemoStep(day, registrar, "petitionReceived", Map.of("channel", channel.name())));
        letter.put("receivedOn", "today");
        if (channel != Channel.LETTER) {
            letter.put("purpose", purpose);
        }
        if (channel == Channel.VISIT) {
            letter.putAll(Map.of("visitorCount", 1, "confirmedByVisitor", true));
        }
        String task = switch (channel) {
            case VISIT -> "registerVisit";
            case CALL -> "registerCall";
            default -> "registerLetter";
        };
        steps.add(new DemoStep(day, registrar, task, letter));
    }

    private void forwarded(OrganId from, Map<String, Object> sorted, OrganId to, String why) {
        String dispatcher = officer(from, Role.DISPATCH);
        steps.add(new DemoStep(forwarded + 1, dispatcher, "decideClass", sorted));
        Map<String, Object> typed = Map.of("receivingOrgan", to.value(), "forwardReason", why);
        steps.add(new DemoStep(forwarded, dispatcher, "forwardPetition", typed));
    }

    private void step(int afterForwarding, String by, String task, Map<String, Object> typed) {
        steps.add(new DemoStep(Math.max(0, forwarded - afterForwarding), by, task, typed));
    }

    private Map<String, Object> letter(String title, String content, String subject, Place place) {
        Map<String, Object> typed = new HashMap<>();
        typed.put("petitionerName", petitioner);
        typed.put("phone", "1380000%02d%02d".formatted(FIRST_PHONE + n / 100, n % 100));
        typed.put("address", "江城市" + place.name() + house(place));
        typed.put("title", title);
        typed.put("content", content);
        typed.put("place", place.name());
        typed.put("subject", subject);
        return typed;
    }

    private String house(Place place) {
        int number = 1 + n * 13 % 28;
        return place.village()
                ? (1 + n % 9) + "组" + number + "号"
                : number + "幢" + (1 + n % 6) + "0" + (1 + n % 4) + "室";
    }

    private static Map<String, Object> signIn(String handler) {
        return Map.of("decision", "SIGN", "handler", handler);
    }

    private static Map<String, Object> opinion(Matter matter) {
        return Map.of(
                "demands", matter.demand(),
                "findings", matter.findings(),
                "opinionOutcome", "SUPPORTED",
                "opinion", matter.opinion(),
                "legalBasis", matter.basis());
    }

    /** What an organ of the city is competent for came to the city's petition bureau, the rest to it or to the district's. */
    private OrganId bureau(OrganId competent, Place place) {
        boolean city = organs.get(competent).level() == OrganLevel.CITY || n % 3 == 0;
        return new OrganId((city ? "city" : place.district()) + "PetitionBureau");
    }

    private String handler(OrganId organ) {
        return officer(organ, Role.HANDLE);
    }

    private String officer(OrganId organ, Role role) {
        List<Officer> all = organs.officers(organ, role);
        return all.get(n % all.size()).id().value();
    }
}
