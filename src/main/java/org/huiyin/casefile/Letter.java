package org.huiyin.casefile;

import java.util.Optional;

/** What the petitioner wrote or said. */
public record Letter(
        String title, String content, String demand, String place, String subject, Optional<String> addressee) {
    @Override
    public String toString() {
        return "Letter[" + content.length() + " characters]";
    }
}
