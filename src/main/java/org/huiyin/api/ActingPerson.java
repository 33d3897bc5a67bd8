package org.huiyin.api;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.huiyin.engine.EngineGateway;
import org.huiyin.kernel.OfficerId;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/** Everything a request with a login does is done in the name of that person. */
class ActingPerson extends OncePerRequestFilter {
    private final EngineGateway gateway;

    ActingPerson(EngineGateway gateway) {
        this.gateway = gateway;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        @Nullable Authentication login = SecurityContextHolder.getContext().getAuthentication();
        if (login == null || !(login.getPrincipal() instanceof OfficerId person)) {
            chain.doFilter(request, response);
            return;
        }
        try {
            gateway.as(person, () -> proceed(request, response, chain));
        } catch (Failed failed) {
            failed.rethrow();
        }
    }

    private static void proceed(HttpServletRequest request, HttpServletResponse response, FilterChain chain) {
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException e) {
            throw new Failed(e);
        }
    }

    /** Carries what a servlet may throw through the gateway. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Failed(Exception cause) {
            super(cause);
        }

        void rethrow() throws ServletException, IOException {
            if (getCause() instanceof IOException io) {
                throw io;
            }
            throw new ServletException(getCause());
        }
    }
}
