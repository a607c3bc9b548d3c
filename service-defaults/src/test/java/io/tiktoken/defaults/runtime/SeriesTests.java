package io.tiktoken.defaults.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.security.ForAnyone;
import io.tiktoken.defaults.testing.RawRequest;
import io.tiktoken.defaults.testing.TestTokens;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Whatever is asked, the number of series stays what the endpoints make it. */
@SpringBootTest(
        classes = SampleService.class,
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import({TestTokens.class, SeriesTests.Endpoints.class})
class SeriesTests {

    /** Meters that any work at all may bring, such as the pause of a first garbage collection. */
    private static final int ALLOWANCE = 5;

    @LocalServerPort
    int port;

    @Autowired
    MeterRegistry meters;

    @Test
    void aThousandOddRequestsMakeNoSeries() throws Exception {
        ask("warm", 20);
        var before = meters.getMeters().size();

        ask("odd", 200);

        assertThat(before).isGreaterThan(ALLOWANCE);
        assertThat(meters.getMeters()).hasSizeLessThanOrEqualTo(before + ALLOWANCE);
    }

    /** Each time something else, in every part of a request. */
    private void ask(String word, int times) throws Exception {
        var authorization = "Authorization: Bearer " + TestTokens.person(UUID.randomUUID(), "alice") + "\r\n";
        for (var i = 0; i < times; i++) {
            var odd = word + i;
            RawRequest.send(port, odd.toUpperCase(Locale.ROOT) + " /api/open HTTP/1.1", "");
            RawRequest.send(port, "GET /api/" + odd + " HTTP/1.1", authorization);
            RawRequest.send(port, "POST /" + odd + "/" + odd + "?" + odd + "=%zz HTTP/1.1", authorization);
            RawRequest.send(port, "GET /api/open?" + odd + "=" + odd + " HTTP/1.1", odd + ": " + odd + "\r\n");
            RawRequest.send(port, "GET /api/open HTTP/1.1\r\nHost: " + odd + ".example\r\nConnection: close\r\n\r\n");
        }
    }

    @Test
    void aSpansNameHasNoMadeUpMethod() {
        var convention = new RequestObservationConvention();

        assertThat(convention.getContextualName(asked("POST", "/api/notes"))).isEqualTo("http post");
        assertThat(convention.getContextualName(asked("PROPFIND", "/api/notes")))
                .isEqualTo("http other");
    }

    @Test
    void aSpanKeepsNoPathOfAnyLength() {
        var values =
                new RequestObservationConvention().getHighCardinalityKeyValues(asked("GET", "/" + "x".repeat(10_000)));

        assertThat(values).allSatisfy(value -> assertThat(value.getValue()).hasSizeLessThan(300));
    }

    private static ServerRequestObservationContext asked(String method, String path) {
        return new ServerRequestObservationContext(
                new MockHttpServletRequest(method, path), new MockHttpServletResponse());
    }

    @RestController
    @ForAnyone
    static class Endpoints {

        @GetMapping("/api/open")
        String open() {
            return "open";
        }
    }
}
