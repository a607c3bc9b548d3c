package io.tiktoken.auth.config;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.http.HttpMethod.PUT;

import io.tiktoken.defaults.security.AccessRules;
import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** Which path opens to whom, and how passwords are hashed. */
@Configuration(proxyBeanMethods = false)
class AuthConfiguration {

    private static final String CUSTOMER = "CUSTOMER";

    @Bean
    AccessRules access() {
        return new AccessRules()
                .anyone(POST, "/api/auth/register", "/api/auth/recovery", "/api/auth/login")
                .anyone(GET, "/.well-known/oauth-authorization-server")
                .role(CUSTOMER, POST, "/api/auth/logout", "/api/auth/pin", "/api/approvals")
                .role(CUSTOMER, POST, "/api/auth/password")
                .role(CUSTOMER, PUT, "/api/auth/me")
                .role(CUSTOMER, GET, "/api/auth/me", "/api/auth/sessions", "/api/users/*")
                .role(CUSTOMER, DELETE, "/api/auth/sessions", "/api/auth/sessions/*")
                .role(CUSTOMER, POST, "/api/auth/totp", "/api/auth/totp/confirm", "/api/auth/totp/disable")
                .role(CUSTOMER, POST, "/api/auth/totp/recovery-codes")
                .administrator(GET, "/api/admin/clients", "/api/admin/clients/*", "/api/admin/keys")
                .administrator(POST, "/api/admin/clients", "/api/admin/clients/*/secrets", "/api/admin/keys/rotation")
                .administrator(PUT, "/api/admin/clients/*/disablement")
                .administrator(DELETE, "/api/admin/clients/*/disablement", "/api/admin/clients/*/secrets/*")
                .administrator(GET, "/api/admin/users", "/api/admin/users/*", "/api/admin/audit")
                .administrator(GET, "/api/admin/decisions", "/api/admin/decisions/*")
                .administrator(PUT, "/api/admin/users/*/suspension", "/api/admin/users/*/roles")
                .administrator(DELETE, "/api/admin/users/*/suspension")
                .administrator(POST, "/api/admin/users/*/pin-reset", "/api/admin/users/*/recovery-code")
                .administrator(POST, "/api/admin/users/*/totp-removal")
                .administrator(POST, "/api/admin/decisions/*/confirmation", "/api/admin/decisions/*/refusal")
                .scope("users:read", GET, "/internal/users/*")
                .scope("administrators:read", GET, "/internal/administrators")
                .scope("audit:write", PUT, "/internal/audit-events/*")
                .scope("anchors:write", PUT, "/internal/ledger-anchors/*")
                .scope("anchors:write", GET, "/internal/ledger-anchors/latest")
                .scope("sessions:exchange", POST, "/internal/sessions/token");
    }

    /** Argon2id with 19 MiB, two rounds, one lane. Each hash names its algorithm, so that a stronger one can follow. */
    @Bean
    PasswordEncoder passwordEncoder() {
        var saltBytes = 16;
        var hashBytes = 32;
        var lanes = 1;
        var kibibytes = 19 * 1024;
        var rounds = 2;
        var argon2 = new Argon2PasswordEncoder(saltBytes, hashBytes, lanes, kibibytes, rounds);
        return new DelegatingPasswordEncoder("argon2", Map.of("argon2", argon2));
    }
}
