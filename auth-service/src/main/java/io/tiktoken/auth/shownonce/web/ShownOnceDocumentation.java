package io.tiktoken.auth.shownonce.web;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.tiktoken.defaults.idempotency.IdempotencyKey;
import io.tiktoken.defaults.openapi.RefusalDescription;
import java.util.Arrays;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/** Says in the API's document which answers can be asked for again, and how; the rest it leaves to service-defaults. */
@Component
@Order(0) // Before service-defaults describe every problem that an operation names.
class ShownOnceDocumentation implements GlobalOperationCustomizer {

    @Override
    public Operation customize(Operation operation, HandlerMethod handler) {
        var showsOnce = Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> parameter.getParameterType() == ShownOnce.class);
        if (showsOnce) {
            operation.addParametersItem(new HeaderParameter()
                    .name(IdempotencyKey.HEADER)
                    .description("Chosen by the caller: if the answer gets lost, the same request with the same key is"
                            + " given it again for some minutes, and has no second effect")
                    .required(false)
                    .schema(new StringSchema().minLength(1).maxLength(255)));
            RefusalDescription.add(operation, "409", "`idempotency_key_in_use`");
            RefusalDescription.add(operation, "422", "`idempotency_key_reused`");
        }
        return operation;
    }
}
