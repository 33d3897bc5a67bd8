package org.huiyin.engine;

import java.nio.file.Path;
import java.util.Base64;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * The key that phones, id numbers and query codes are protected with: {@code HUIYIN_DATA_KEY}, 32 bytes in Base64. In
 * the embedded mode it is made once beside the database's folder; an external database without a key refuses the start.
 */
@Component
public final class DataKey {
    private static final int LENGTH = 32;

    private final byte[] key;

    DataKey(
            Environment environment,
            @Value("${HUIYIN_DATA_KEY:${huiyin.data-key:}}") String given,
            @Value("${huiyin.data-dir:./data}") Path folder) {
        if (given.isBlank() && !HuiyinMode.isEmbedded(environment)) {
            throw new IllegalStateException("缺少数据密钥：请设置环境变量 HUIYIN_DATA_KEY（32 字节的 Base64）。"
                    + " HUIYIN_DATA_KEY is required with an external database.");
        }
        this.key = decode(
                given.isBlank()
                        ? PrivateFiles.secret(PrivateFiles.folder(folder).resolve("data-key"))
                        : given);
    }

    private static byte[] decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            if (bytes.length == LENGTH) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, without the text: it may be a real key with a typing error
        }
        throw new IllegalStateException(
                "HUIYIN_DATA_KEY 不是 32 字节的 Base64。 HUIYIN_DATA_KEY must be 32 bytes in Base64.");
    }

    /** A copy of the 32 bytes. */
    public byte[] bytes() {
        return key.clone();
    }
}
