package io.tiktoken.defaults.openapi;

import static org.assertj.core.api.Assertions.assertThat;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import io.tiktoken.defaults.idempotency.TakesIdempotencyKey;
import io.tiktoken.defaults.problem.ProblemCode;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.method.HandlerMethod;

class SharedCodeTests {

    enum Code implements ProblemCode {
        @Means(status = HttpStatus.CONFLICT, code = "taken", sentence = "The name is taken")
        NAME_TAKEN,
        @Means(status = HttpStatus.CONFLICT, code = "taken", sentence = "The number is taken")
        NUMBER_TAKEN
    }

    @Retention(RetentionPolicy.RUNTIME)
    @interface Refuses {
        Code[] value();
    }

    static class Key implements TakesIdempotencyKey {}

    static class Controller {

        @Refuses({Code.NAME_TAKEN, Code.NUMBER_TAKEN})
        void take(Key key) {}
    }

    @Test
    void twoConstantsMayBeOneCode() {
        var problem = Code.NUMBER_TAKEN.problem().retryAfter(Duration.ofMillis(1_001));

        assertThat(problem.detail().getProperties()).containsEntry("code", "taken");
        assertThat(problem.detail().getDetail()).isEqualTo("The number is taken");
        assertThat(problem.headers().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("2");
    }

    @Test
    void bothAreDescribedBesideTheKeyThatMayBeSent() throws Exception {
        var operation = described();

        assertThat(operation.getResponses().get("409").getDescription())
                .isEqualTo("`taken`: The name is taken; `taken`: The number is taken, `idempotency_key_in_use`");
        assertThat(operation
                        .getResponses()
                        .get("409")
                        .getContent()
                        .get("application/problem+json")
                        .getExamples())
                .containsOnlyKeys("name_taken", "number_taken");
        assertThat(operation.getParameters()).singleElement().returns(false, Parameter::getRequired);
    }

    @Test
    void anAnswerWithoutContentHasNone() throws Exception {
        assertThat(described().getResponses().get("204").getContent()).isNull();
    }

    private static Operation described() throws Exception {
        var handler = new HandlerMethod(new Controller(), Controller.class.getDeclaredMethod("take", Key.class));
        var responses = new ApiResponses().addApiResponse("204", new ApiResponse().content(new Content()));
        return new OpenApiDefaultsAutoConfiguration()
                .whatEveryOperationHas()
                .customize(new Operation().responses(responses), handler);
    }
}
