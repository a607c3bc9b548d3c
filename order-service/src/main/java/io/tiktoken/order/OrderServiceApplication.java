package io.tiktoken.order;

import io.tiktoken.defaults.idempotency.IdempotencyRules;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.Bean;

/** Starts the service, and says what its idempotent requests are compared by. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class OrderServiceApplication {

    /** Whoever enters the PIN again after a lost answer brings a new approval; a refused one can be put right. */
    @Bean
    IdempotencyRules idempotencyRules() {
        return new IdempotencyRules(Set.of("approval"), code -> code.startsWith("approval_"));
    }

    public static void main(String[] args) {
        SpringApplication.run(OrderServiceApplication.class, args);
    }
}
