package org.huiyin.api;

import java.util.List;
import org.huiyin.engine.Login;
import org.huiyin.kernel.OfficerId;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;

/** Name and password of a request become an {@link OfficerId}; what he may do is asked of the matrix of rights. */
class StaffLogin implements AuthenticationProvider {
    private final Login login;

    StaffLogin(Login login) {
        this.login = login;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        OfficerId person = login.check(given.getName(), String.valueOf(given.getCredentials()))
                .orElseThrow(() -> new BadCredentialsException("login refused"));
        return UsernamePasswordAuthenticationToken.authenticated(person, "", List.of());
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
