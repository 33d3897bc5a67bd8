package org.huiyin.dispatch;

/** An organ was asked to help; in the transaction that forwards the petition, or later. */
public record HelperAsked(Helper helper) {}
