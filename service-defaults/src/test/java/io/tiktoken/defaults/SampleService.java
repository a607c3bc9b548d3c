package io.tiktoken.defaults;

import io.tiktoken.defaults.idempotency.IdempotencyRules;
import io.tiktoken.defaults.security.AccessRules;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.http.HttpMethod;

/** The smallest service that has everything a service gets from here. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SampleService {

    @Bean
    IdempotencyRules idempotencyRules() {
        return new IdempotencyRules(Set.of("approval"), code -> code.startsWith("approval_"));
    }

    @Bean
    AccessRules access() {
        return new AccessRules()
                .anyone(HttpMethod.GET, "/api/open")
                .role("CUSTOMER", HttpMethod.GET, "/api/mine")
                .role("CUSTOMER", HttpMethod.POST, "/api/notes")
                .administrator(HttpMethod.GET, "/api/admin/notes")
                .administrator(HttpMethod.POST, "/api/admin/notes")
                .scope("notes:read", HttpMethod.GET, "/internal/notes");
    }
}
