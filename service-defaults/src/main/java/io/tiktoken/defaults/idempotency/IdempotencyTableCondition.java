package io.tiktoken.defaults.idempotency;

import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Whether this service's schema has the table of idempotent requests. */
final class IdempotencyTableCondition implements Condition {

    private static final String LOCATION = "classpath:db/idempotency";

    @Override
    public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
        return Binder.get(context.getEnvironment())
                .bind("spring.flyway.locations", Bindable.listOf(String.class))
                .orElse(List.of())
                .contains(LOCATION);
    }
}
