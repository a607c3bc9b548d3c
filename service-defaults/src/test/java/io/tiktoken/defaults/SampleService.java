package io.tiktoken.defaults;

import io.tiktoken.defaults.idempotency.IdempotencyRules;
import java.util.Set;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;

/** The smallest service that has everything a service gets from here. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class SampleService {

    @Bean
    IdempotencyRules idempotencyRules() {
        return new IdempotencyRules(Set.of("approval"), code -> code.startsWith("approval_"));
    }
}
