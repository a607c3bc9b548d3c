package io.tiktoken.order.config;

import io.tiktoken.defaults.idempotency.IdempotencyRules;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What idempotent requests are compared by. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    /** Whoever enters the PIN again after a lost answer brings a new approval; a refused one can be put right. */
    @Bean
    IdempotencyRules idempotencyRules() {
        return new IdempotencyRules(Set.of("approval"), code -> code.startsWith("approval_"));
    }
}
