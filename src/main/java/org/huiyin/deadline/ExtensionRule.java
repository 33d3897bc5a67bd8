package org.huiyin.deadline;

import java.util.Optional;

/**
 * Who may lengthen a clock, and by how much.
 *
 * @param days at most, in the unit of the clock; none where whoever set the date sets a later one
 * @param basis the document and article that give them; empty where there are no days
 */
record ExtensionRule(ExtensionBy by, Optional<Integer> days, String basis) {}
