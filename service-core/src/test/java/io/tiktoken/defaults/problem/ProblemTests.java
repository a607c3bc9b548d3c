package io.tiktoken.defaults.problem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.MDC;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

class ProblemTests {

    private static final Problem FULL = Problem.of(HttpStatus.CONFLICT, "full", "There is no room");

    @AfterEach
    void forgetTheTrace() {
        MDC.clear();
    }

    @Test
    void isADocumentWithACodeAndTheTraceOfItsThread() {
        MDC.put("traceId", "abc");

        var answer = FULL.with("room", 3).response();

        assertThat(answer.getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(answer.getHeaders().getContentType()).isEqualTo(MediaType.APPLICATION_PROBLEM_JSON);
        var detail = FULL.with("room", 3).detail();
        assertThat(answer.getBody()).isEqualTo(detail);
        assertThat(detail.getType()).isEqualTo(URI.create("urn:tiktoken:problem:full"));
        assertThat(detail.getDetail()).isEqualTo("There is no room");
        assertThat(detail.getProperties())
                .containsEntry("code", "full")
                .containsEntry("traceId", "abc")
                .containsEntry("room", 3);
    }

    /** So that one constant serves every request. */
    @Test
    void isNeverChanged() {
        FULL.with("room", 3).retryAfterSeconds(5);

        assertThat(FULL.detail().getProperties()).containsOnlyKeys("code");
        assertThat(FULL.headers().isEmpty()).isTrue();
        assertThat(FULL.retryAfterSeconds(5).with("room", 3).headers().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo("5");
    }

    @ParameterizedTest(name = "{0} is {1} s")
    @CsvSource({"PT0.001S, 1", "PT1S, 1", "PT1.000000001S, 2", "PT1M, 60"})
    void asksNobodyBackTooEarly(Duration pause, String seconds) {
        assertThat(FULL.retryAfter(pause).headers().getFirst(HttpHeaders.RETRY_AFTER))
                .isEqualTo(seconds);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "400, malformed_request, The request has a missing or malformed part",
        "404, not_found, There is nothing here",
        "405, method_not_allowed, This method is not possible here",
        "406, not_acceptable, None of the media types in the Accept header can be produced",
        "413, content_too_large, The request is too large",
        "415, unsupported_media_type, Send this as application/json",
        "418, i_am_a_teapot, I'm a teapot",
        "431, headers_too_large, Request Header Fields Too Large",
        "501, not_implemented, Nothing here understands this method or this transfer encoding",
        "503, temporarily_unavailable, This is not possible just now; please try again"
    })
    void aStatusSaysByItself(int status, String code, String sentence) {
        assertThat(Problem.of(HttpStatus.valueOf(status)))
                .isEqualTo(Problem.of(HttpStatus.valueOf(status), code, sentence));
    }

    @Test
    void anErrorOfOursIsToBeQuoted() {
        assertThat(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR).code()).isEqualTo("internal_error");
        assertThat(Problem.of(HttpStatus.INTERNAL_SERVER_ERROR).sentence()).contains("quote the trace id");
    }

    @Test
    void endsARequestByAnExceptionWithoutAStackTrace() {
        assertThatThrownBy(() -> {
                    throw ProblemException.notFound("No such thing");
                })
                .hasMessage("No such thing")
                .isInstanceOfSatisfying(ProblemException.class, thrown -> {
                    assertThat(thrown.getStackTrace()).isEmpty();
                    assertThat(thrown.problem().status()).isEqualTo(HttpStatus.NOT_FOUND);
                });
    }

    @ParameterizedTest
    @EnumSource
    void aCodeWithoutMeaningIsRefused(Meaningless code) {
        assertThatThrownBy(code::problem)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("@Means");
    }

    @Test
    void aCodeThatIsNoConstantIsRefused() {
        var made = new ProblemCode() {
            @Override
            public String name() {
                return "MADE_UP";
            }

            @Override
            public Class<?> getDeclaringClass() {
                return Code.class;
            }
        };

        assertThatThrownBy(made::problem)
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("constant");
    }

    @Test
    void aCodeSaysWhatItMeans() {
        assertThat(Code.OUT_OF_STOCK.problem("tea"))
                .isEqualTo(Problem.of(HttpStatus.CONFLICT, "out_of_stock", "There is no tea left"));
        assertThat(Code.OUT_OF_STOCK.response("tea").getStatusCode()).isEqualTo(HttpStatus.CONFLICT);
        assertThat(Code.CLOSED.exception()).hasMessage("Come back tomorrow");
    }

    enum Code implements ProblemCode {
        @Means(status = HttpStatus.CONFLICT, sentence = "There is no %s left")
        OUT_OF_STOCK,
        @Means(status = HttpStatus.FORBIDDEN, sentence = "Come back tomorrow")
        CLOSED
    }

    enum Meaningless implements ProblemCode {
        SILENT
    }
}
