package org.huiyin.dispatch;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import org.huiyin.kernel.OrganId;
import org.huiyin.kernel.PetitionId;

/** One way of a petition from a sender to a receiver; a returned one is followed by another. */
public record Forwarding(
        long id,
        PetitionId petition,
        OrganId sender,
        OrganId receiver,
        String number,
        Instant forwardedAt,
        Optional<LocalDate> paperReceivedOn,
        ForwardingState state) {}
