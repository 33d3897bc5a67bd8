package org.huiyin.casefile;

/** Whether the one who looks belongs to the circle of a sealed matter; decided by the caller's rights, never here. */
public enum Circle {
    INSIDE,
    OUTSIDE
}
