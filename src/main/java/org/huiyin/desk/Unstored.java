package org.huiyin.desk;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Answers that no browser and nobody on the way keeps: they hold what only this officer may read. */
final class Unstored {
    private Unstored() {}

    static <T> ResponseEntity<T> unstored(T body) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
    }
}
