package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/** One item of a letter that holds several: what of the letter belongs to it. */
public record SplitItem(String title, String content, String demand, String subject) {
    public SplitItem {
        Typed typed = new Typed();
        title = typed.line("title", "标题", title, Registration.LONGEST_TITLE);
        content = typed.text("content", "内容", content, Registration.LONGEST_CONTENT);
        demand = typed.text("demand", "诉求", demand, Registration.LONGEST_DEMAND);
        subject = typed.line("subject", "内容分类", subject, Registration.LONGEST_LINE);
        typed.must(!title.isEmpty(), "title", "标题", "必须填写，一句话概括这一事项。");
        typed.must(!content.isEmpty(), "content", "内容", "必须填写，写明来信中属于这一事项的内容。");
        typed.refuseWrong();
    }

    Registration registration(
            Petition petition,
            Letter letter,
            List<Person> people,
            Circumstances known,
            PetitionId root,
            CaseLists.Now lists) {
        return new Registration(
                petition.channel(),
                petition.receivedAt(),
                petition.postmarkedOn(),
                people,
                title,
                content,
                demand,
                letter.place(),
                lists.subject(subject),
                petition.confidential(),
                petition.anonymous(),
                petition.visitorCount(),
                letter.addressee(),
                petition.purpose(),
                Optional.empty(),
                known.splitFrom(root, lists.contentClass(subject).map(ContentClass::code)));
    }

    @Override
    public String toString() {
        return "SplitItem[" + content.length() + " characters]";
    }
}
