package io.tiktoken.defaults.openapi;

import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.info.Contact;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.HeaderParameter;
import io.swagger.v3.oas.models.parameters.QueryParameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.tiktoken.defaults.idempotency.IdempotentRequest;
import io.tiktoken.defaults.idempotency.TakesIdempotencyKey;
import io.tiktoken.defaults.paging.PageQuery;
import io.tiktoken.defaults.security.Machine;
import io.tiktoken.defaults.security.Person;
import io.tiktoken.defaults.time.DayOrInstant;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;

/**
 * Describes the arguments that controllers get from these defaults as what a client sends, whom an operation is for by
 * what its handler declares, and every error as a problem document.
 */
@AutoConfiguration
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
public class OpenApiDefaultsAutoConfiguration {

    private static final String PROBLEM = "Problem";

    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(PageQuery.class, IdempotentRequest.class, Person.class, Machine.class)
                .replaceWithClass(DayOrInstant.class, String.class);
    }

    @Bean
    @ConditionalOnMissingBean
    OpenAPI document(@Value("${spring.application.name}") String service) {
        return new OpenAPI()
                .info(new Info()
                        .title("TikToken: " + service)
                        .version("1")
                        .description(
                                "Amounts are in a currency's smallest unit, instants in UTC, errors problem documents"
                                        + " (RFC 9457) whose code is stable.")
                        .contact(new Contact().name("TikToken")))
                .components(AccessDescription.securitySchemes().addSchemas(PROBLEM, problem()));
    }

    @Bean
    ModelResolver modelResolver(ObjectMapperProvider mappers) {
        return new ModelResolver(mappers.jsonMapper(), new EnclosedTypeNameResolver()).openapi31(true);
    }

    @Bean
    GlobalOpenApiCustomizer examples() {
        return new ExampleCustomizer();
    }

    @Bean
    GlobalOperationCustomizer whatEveryOperationHas() {
        return (operation, handler) -> {
            RefusalDescription.describe(operation, handler);
            if (takes(handler, PageQuery.class)) {
                describePaging(operation);
            }
            if (takes(handler, IdempotentRequest.class)) {
                describeIdempotency(
                        operation,
                        true,
                        "Chosen by the caller; the same request with the same key has its effect once");
                RefusalDescription.add(operation, "400", "`idempotency_key_missing`");
            }
            if (takes(handler, TakesIdempotencyKey.class)) {
                describeIdempotency(
                        operation,
                        false,
                        "Chosen by the caller: if the answer gets lost, the same request with the same key is given it"
                                + " again for some minutes, and has no second effect");
            }
            if (takesWhatCanBeWrong(handler)) {
                RefusalDescription.add(operation, "400", "`validation_failed`, `malformed_request`");
            }
            AccessDescription.describe(operation, handler);
            describeProblems(operation);
            return operation;
        };
    }

    private static boolean takes(HandlerMethod handler, Class<?> type) {
        return Arrays.stream(handler.getMethodParameters())
                .anyMatch(parameter -> type.isAssignableFrom(parameter.getParameterType()));
    }

    private static boolean takesWhatCanBeWrong(HandlerMethod handler) {
        return takes(handler, PageQuery.class)
                || Arrays.stream(handler.getMethodParameters())
                        .anyMatch(parameter -> parameter.hasParameterAnnotation(RequestBody.class)
                                || parameter.hasParameterAnnotation(RequestParam.class)
                                || parameter.hasParameterAnnotation(PathVariable.class));
    }

    private static void describePaging(Operation operation) {
        var limit = new IntegerSchema().minimum(BigDecimal.ONE).maximum(BigDecimal.valueOf(PageQuery.LARGEST_LIMIT));
        limit.setDefault(PageQuery.DEFAULT_LIMIT);
        operation.addParametersItem(new QueryParameter()
                .name("limit")
                .description("How many at the most")
                .schema(limit));
        operation.addParametersItem(new QueryParameter()
                .name("cursor")
                .description("The nextCursor of the page before")
                .schema(new StringSchema().format("uuid")));
    }

    private static void describeIdempotency(Operation operation, boolean required, String description) {
        operation.addParametersItem(new HeaderParameter()
                .name("Idempotency-Key")
                .description(description)
                .required(required)
                .schema(new StringSchema().minLength(1).maxLength(255)));
        RefusalDescription.add(operation, "409", "`idempotency_key_in_use`");
        RefusalDescription.add(operation, "422", "`idempotency_key_reused`");
    }

    private static void describeProblems(Operation operation) {
        var responses = operation.getResponses();
        responses.putIfAbsent("default", new ApiResponse().description("A problem document (RFC 9457)"));
        responses.forEach((status, response) -> {
            if (status.equals("204")) {
                response.setContent(null); // The framework infers one from a handler that returns any answer.
            } else if (status.startsWith("4") || status.startsWith("5") || status.equals("default")) {
                response.setContent(problemDocument(response.getContent()));
            }
        });
    }

    /** With the examples that are known, if some are; whatever else the framework made up for a refusal is dropped. */
    private static Content problemDocument(@Nullable Content known) {
        var document = Optional.ofNullable(known)
                .map(content -> content.get(MediaType.APPLICATION_PROBLEM_JSON_VALUE))
                .orElseGet(io.swagger.v3.oas.models.media.MediaType::new);
        return new Content()
                .addMediaType(MediaType.APPLICATION_PROBLEM_JSON_VALUE, document.schema(new Schema<>().$ref(PROBLEM)));
    }

    private static Schema<?> problem() {
        return new ObjectSchema()
                .addProperty("type", new StringSchema().format("uri"))
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("A sentence for people"))
                .addProperty("code", new StringSchema().description("Stable, for programs"))
                .addProperty("traceId", new StringSchema().description("To quote to an operator"));
    }
}
