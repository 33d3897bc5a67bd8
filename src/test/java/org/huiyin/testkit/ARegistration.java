package org.huiyin.testkit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.huiyin.casefile.Person;
import org.huiyin.casefile.Purpose;
import org.huiyin.casefile.Registration;
import org.huiyin.kernel.Channel;

/** An invented matter for tests; says only what the test is about. */
public final class ARegistration {
    private final Channel channel;
    private final List<Person> petitioners = new ArrayList<>();
    private Instant receivedAt = Time.now();
    private Optional<LocalDate> postmarkedOn = Optional.empty();
    private String title = "路灯不亮";
    private String content = "柳树巷的三盏路灯已经坏了一个月，晚上行人看不清路，请尽快修复。";
    private boolean confidential;
    private int visitorCount = 1;
    private Purpose purpose = Purpose.REQUEST;
    private Optional<String> sourceRef = Optional.empty();

    private ARegistration(Channel channel) {
        this.channel = channel;
    }

    public static ARegistration letter() {
        return new ARegistration(Channel.LETTER);
    }

    public static ARegistration visit() {
        return new ARegistration(Channel.VISIT);
    }

    public static ARegistration by(Channel channel) {
        return new ARegistration(channel);
    }

    public ARegistration from(Person petitioner) {
        petitioners.add(petitioner);
        return this;
    }

    public ARegistration from(String name) {
        return from(Person.citizen(name, "13800001234", "", "江城市滨江区柳树巷8号"));
    }

    public ARegistration receivedOn(String day) {
        receivedAt = LocalDate.parse(day).atStartOfDay(Time.BEIJING).toInstant();
        return this;
    }

    public ARegistration receivedAt(Instant at) {
        receivedAt = at;
        return this;
    }

    public ARegistration postmarkedOn(String day) {
        postmarkedOn = Optional.of(LocalDate.parse(day));
        return this;
    }

    public ARegistration title(String text) {
        title = text;
        return this;
    }

    public ARegistration content(String text) {
        content = text;
        return this;
    }

    public ARegistration confidential() {
        confidential = true;
        return this;
    }

    public ARegistration visitors(int count) {
        visitorCount = count;
        return this;
    }

    public ARegistration purpose(Purpose said) {
        purpose = said;
        return this;
    }

    public ARegistration sourceRef(String ref) {
        sourceRef = Optional.of(ref);
        return this;
    }

    public Registration build() {
        return new Registration(
                channel,
                receivedAt,
                postmarkedOn,
                petitioners,
                title,
                content,
                "修复路灯",
                "滨江区",
                "城乡建设",
                confidential,
                petitioners.isEmpty(),
                visitorCount,
                Optional.empty(),
                purpose,
                sourceRef);
    }
}
