package io.tiktoken.order.config;

import io.tiktoken.defaults.idempotency.IdempotencyRules;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What idempotent requests are compared by. */
@Configuration(proxyBeanMethods = false)
public class IdempotencyConfiguration {

    /**
     * Whoever enters the PIN again after a lost answer brings a new approval. No refusal is provisional: how a payment is
     * put right after a refused approval is decided where it is paid.
     */
    @Bean
    IdempotencyRules idempotencyRules() {
        return new IdempotencyRules(Set.of("approval"), _ -> false);
    }
}
