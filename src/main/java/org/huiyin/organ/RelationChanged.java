package org.huiyin.organ;

/** A relation was declared, or it has been said to be over. */
public record RelationChanged(Relation relation) {}
