package io.tiktoken.fx.clients;

import feign.InvocationContext;
import feign.Response;
import feign.ResponseInterceptor;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads what a provider answered, whatever the HTTP status: errors come with 200 at times, and the field
 * {@code result} is what decides. Fields that we do not need may come and go; those that we need must be
 * exactly what was agreed on.
 */
final class AnswerReader implements ResponseInterceptor {

    private static final int FIRST_SERVER_ERROR = 500;

    private final JsonMapper json = JsonMapper.builder(JsonFactory.builder()
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
            .build();

    @Override
    public Object intercept(InvocationContext context, Chain chain) throws IOException {
        try (var response = context.response()) {
            var answer = read(response, context);
            if (answer == null) {
                throw unusable(response, "nothing");
            }
            return answer;
        }
    }

    private @Nullable Object read(Response response, InvocationContext context) throws IOException {
        if (response.body() == null) {
            return null;
        }
        try (var body = response.body().asInputStream()) {
            return json.readValue(body, json.constructType(context.returnType()));
        } catch (JacksonException somethingElse) {
            throw unusable(response, "something that is no table of rates");
        }
    }

    private static UnusableAnswerException unusable(Response response, String what) {
        return new UnusableAnswerException(
                "it answered %d with %s".formatted(response.status(), what), response.status() >= FIRST_SERVER_ERROR);
    }
}
