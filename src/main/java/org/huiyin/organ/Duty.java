package org.huiyin.organ;

import org.huiyin.kernel.OrganId;

/** One line of an organ's duty list (职责清单): a class of content and the matters of it that are this organ's. */
public record Duty(OrganId organ, String subject, String matters) {}
