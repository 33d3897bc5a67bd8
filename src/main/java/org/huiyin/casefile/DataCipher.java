package org.huiyin.casefile;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.huiyin.engine.DataKey;
import org.springframework.stereotype.Component;

/** Encrypts what must not be read in the database (PIPL 51), and makes keyed fingerprints for exact search. */
@Component
public class DataCipher {
    private static final byte VERSION = 1;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String HMAC = "HmacSHA256";

    private final SecretKeySpec encryption;
    private final SecretKeySpec fingerprints;
    private final SecureRandom random = new SecureRandom();

    DataCipher(DataKey key) {
        this.encryption = new SecretKeySpec(derived(key, "casefile encryption"), "AES");
        this.fingerprints = new SecretKeySpec(derived(key, "casefile fingerprints"), HMAC);
    }

    /** Bound to its place: ciphertext moved to another row or column no longer opens. */
    public byte[] encrypt(String value, String place) {
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] sealed = gcm(Cipher.ENCRYPT_MODE, nonce, place, value.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(1 + NONCE_BYTES + sealed.length)
                .put(VERSION)
                .put(nonce)
                .put(sealed)
                .array();
    }

    public String decrypt(byte[] stored, String place) {
        if (stored[0] != VERSION) {
            throw new IllegalStateException("unknown encryption version " + stored[0]);
        }
        byte[] nonce = Arrays.copyOfRange(stored, 1, 1 + NONCE_BYTES);
        byte[] sealed = Arrays.copyOfRange(stored, 1 + NONCE_BYTES, stored.length);
        return new String(gcm(Cipher.DECRYPT_MODE, nonce, place, sealed), StandardCharsets.UTF_8);
    }

    byte[] fingerprint(String purpose, String value) {
        return hmac(fingerprints, purpose + ":" + value);
    }

    private byte[] gcm(int mode, byte[] nonce, String place, byte[] input) {
        try {
            Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
            cipher.init(mode, encryption, new GCMParameterSpec(TAG_BITS, nonce));
            cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
            return cipher.doFinal(input);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("encrypted data does not open; is this the right data key?", e);
        }
    }

    private static byte[] derived(DataKey key, String use) {
        return hmac(new SecretKeySpec(key.bytes(), HMAC), "huiyin/" + use);
    }

    private static byte[] hmac(SecretKeySpec key, String text) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(key);
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
