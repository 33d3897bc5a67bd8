package org.huiyin.casefile;

import java.util.List;
import java.util.Optional;
import org.huiyin.kernel.OrganId;

/**
 * What the petitioner wrote or said.
 *
 * @param place where the problem is, in words
 * @param proceedings what has been done with the matter elsewhere, as far as the registrar was told
 * @param territory the government or street in whose territory that is, if the registrar chose one
 */
public record Letter(
        String title,
        String content,
        String demand,
        String place,
        Optional<OrganId> territory,
        String subject,
        Optional<String> addressee,
        List<Proceeding> proceedings) {
    Letter(String title, String content, String demand, String place, String subject, Optional<String> addressee) {
        this(title, content, demand, place, Optional.empty(), subject, addressee, List.of());
    }

    @Override
    public String toString() {
        return "Letter[" + content.length() + " characters]";
    }
}
