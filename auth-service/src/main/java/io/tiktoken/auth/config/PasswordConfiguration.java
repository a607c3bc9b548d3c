package io.tiktoken.auth.config;

import java.util.Map;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;

/** How passwords are hashed. */
@Configuration(proxyBeanMethods = false)
class PasswordConfiguration {

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
