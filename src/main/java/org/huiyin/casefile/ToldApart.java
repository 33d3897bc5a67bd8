package org.huiyin.casefile;

/**
 * Repeat, joint, collective and skip-level told apart, as the figures count them.
 *
 * @param firstHere 本机构初次: no repeat of a matter that the same organ registered
 * @param firstInCity 全市初次: no repeat of any matter in the register
 * @param collective 集体访: a visit of five or more
 * @param skipLevel 越级: a visit above the next higher level of the organ whose matter it is (article 20)
 */
public record ToldApart(boolean firstHere, boolean firstInCity, boolean joint, boolean collective, boolean skipLevel) {}
