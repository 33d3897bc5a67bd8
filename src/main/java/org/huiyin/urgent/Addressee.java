package org.huiyin.urgent;

import java.util.Optional;
import org.huiyin.kernel.OfficerId;
import org.huiyin.kernel.OrganId;

/**
 * One of the chain of article 25.
 *
 * @param organ and the person there who acknowledges; none for one that is no user of this system
 * @param duty why it is told
 */
record Addressee(Optional<OrganId> organ, Optional<OfficerId> person, String name, String duty) {}
