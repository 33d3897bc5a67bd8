/**
 * 案卷: the petition with its number, what was written, by whom, its query code and its journal (arts 19, 21-23). Every
 * verb locks the petition's row first and leaves an entry in the journal; personal data lies in its own tables.
 */
@org.springframework.modulith.ApplicationModule(
        displayName = "案卷",
        allowedDependencies = {"kernel", "engine", "organ"})
@org.jspecify.annotations.NullMarked
package org.huiyin.casefile;
