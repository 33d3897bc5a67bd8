package org.huiyin.organ;

/** One officer in one group of the engine. */
record Membership(String user, String group) {}
