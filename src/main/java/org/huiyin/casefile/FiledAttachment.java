package org.huiyin.casefile;

import java.util.Optional;
import org.huiyin.kernel.PetitionId;

/**
 * An attachment as it is listed in one file: brought to it, or come with the letter from which the matter was split.
 *
 * @param key what it is asked for by in this file
 * @param ofLetter it had come with the letter when that was split
 * @param given whoever split the letter gave it to this item; else it is part of the letter as a whole
 * @param origin the file in which it lies, where the reader may know that file
 */
public record FiledAttachment(
        Attachment attachment, String key, boolean ofLetter, boolean given, Optional<PetitionId> origin) {
    private static final String OF_LETTER = "letter-";

    public static FiledAttachment own(Attachment attachment) {
        return new FiledAttachment(attachment, String.valueOf(attachment.number()), false, false, Optional.empty());
    }

    static FiledAttachment ofLetter(LetterAttachment one, PetitionId item, boolean mayKnowOrigin) {
        Attachment attachment = one.attachment();
        boolean here = attachment.petition().equals(item);
        return new FiledAttachment(
                attachment,
                here ? String.valueOf(attachment.number()) : OF_LETTER + one.id(),
                true,
                one.isGivenTo(item),
                here || !mayKnowOrigin ? Optional.empty() : Optional.of(attachment.petition()));
    }

    /** It lies in this very file, so that it is withdrawn here and nowhere else. */
    public boolean isHere() {
        return !key.startsWith(OF_LETTER);
    }

    /** Where it came from, in words; empty for what was brought to the file itself. */
    public String cameFrom() {
        if (!ofLetter) {
            return "";
        }
        return "随来信收到" + origin.map(letter -> "（" + letter.value() + "）").orElse("") + (given ? "，分拆时归入本件" : "");
    }

    @Override
    public String toString() {
        return "FiledAttachment[" + key + "]";
    }
}
