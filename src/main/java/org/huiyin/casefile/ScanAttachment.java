package org.huiyin.casefile;

import org.huiyin.kernel.PetitionId;

/**
 * Looks for malware in what is uploaded. A city connects its scanner here; without one every file honestly says that nobody
 * has looked. A scanner that leaves this JVM answers {@link ScanState#WAITING} and works in a job of its own, which tells
 * {@link Attachments#scanned} what it found: nobody can open the file before.
 */
@FunctionalInterface
public interface ScanAttachment {
    ScanState begin(PetitionId petition, int attachment);
}
