package org.huiyin.intake;

/** How far the lives behind an import have been begun. */
public record ImportProgress(int registered, int started) {
    public boolean isDone() {
        return started == registered;
    }
}
