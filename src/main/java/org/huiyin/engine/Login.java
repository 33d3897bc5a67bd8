package org.huiyin.engine;

import java.util.Optional;
import org.camunda.bpm.engine.AuthenticationException;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.huiyin.kernel.OfficerId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The same login as in the web applications: same password, same growing delay and lock after wrong ones. */
@Component
public class Login {
    private static final Logger log = LoggerFactory.getLogger(Login.class);

    private final IdentityService identity;

    Login(IdentityService identity) {
        this.identity = identity;
    }

    /** The officer, if the password is his and he is not locked out for the moment. */
    public Optional<OfficerId> check(String name, String password) {
        Optional<OfficerId> person = OfficerId.isId(name) ? Optional.of(new OfficerId(name)) : Optional.empty();
        return person.filter(id -> isRight(id, password));
    }

    private boolean isRight(OfficerId person, String password) {
        try {
            return identity.checkPassword(person.value(), password);
        } catch (AuthenticationException locked) {
            log.info("login of {} refused: too many wrong passwords", person);
            return false;
        } catch (OptimisticLockingException severalAtOnce) {
            log.info("login of {} refused: several wrong passwords at the same time", person);
            return false;
        }
    }
}
