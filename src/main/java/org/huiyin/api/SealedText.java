package org.huiyin.api;

import java.util.Base64;
import org.huiyin.casefile.DataCipher;
import org.springframework.stereotype.Component;

/** Text that must not be read in the database, bound to its place there. */
@Component
class SealedText {
    private final DataCipher cipher;

    SealedText(DataCipher cipher) {
        this.cipher = cipher;
    }

    String close(String text, String place) {
        return Base64.getEncoder().encodeToString(cipher.encrypt(text, place));
    }

    String open(String sealed, String place) {
        return cipher.decrypt(Base64.getDecoder().decode(sealed), place);
    }
}
