package org.huiyin.organ;

import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/**
 * An organ (机关) of the city.
 *
 * @param shortName the word its document numbers (文号) begin with, e.g. 滨建
 * @param region administrative division, 6 digits
 * @param block 块: the government whose territory it belongs to
 * @param line 条: the organ above it in the same line of business
 * @param reviewOrgan who reviews its opinions (article 35), when that organ works in this system
 * @param outsideReviewer the name of that organ when it does not
 * @param firstResponsible 第一责任人: answers for whatever waits in this organ without a named officer
 * @param successor who took over its work when it was dissolved (article 24)
 * @param telephone where the office of this organ answers other organs
 * @param receives whether petitions may be forwarded to it
 */
public record Organ(
        OrganId id,
        String name,
        String shortName,
        OrganKind kind,
        OrganLevel level,
        String region,
        Optional<OrganId> block,
        Optional<OrganId> line,
        Optional<OrganId> reviewOrgan,
        Optional<String> outsideReviewer,
        OfficerId firstResponsible,
        Optional<OrganId> successor,
        Optional<String> telephone,
        boolean receives,
        boolean valid) {}
