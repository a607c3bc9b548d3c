package io.tiktoken.wallet.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.defaults.decision.Signatories;
import io.tiktoken.wallet.adjustment.AbleAdministrators.Answer;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** Whatever is not clearly a number of administrators is no answer, and never one. */
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(FakeTokens.class)
class AuthAdministratorsTests {

    @RegisterExtension
    static final WireMockExtension AUTH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @DynamicPropertySource
    static void authIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.auth.url", AUTH::baseUrl);
    }

    @Autowired
    AuthGateway administrators;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("auth").reset();
    }

    @Test
    void asksWithItsToken() {
        var one = UUID.randomUUID();
        var other = UUID.randomUUID();
        authAnswers(
                okJson("{\"able\": 2, \"ids\": [\"%s\", \"%s\"], \"holders\": 3, \"new\": 1}".formatted(one, other)));

        assertThat(administrators.now()).isEqualTo(new Answer.Known(new Signatories(Set.of(one, other), 3)));

        AUTH.verify(getRequestedFor(urlEqualTo("/internal/administrators"))
                .withHeader("Authorization", equalTo("Bearer a-token-for-auth")));
    }

    @ParameterizedTest
    @ValueSource(ints = {204, 302, 400, 401, 403, 404, 429, 500, 503})
    void everyOtherStatusIsNoAnswer(int status) {
        authAnswers(aResponse().withStatus(status));

        assertThat(administrators.now()).isEqualTo(new Answer.NoAnswer());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenLineIsNoAnswer(Fault fault) {
        authAnswers(aResponse().withFault(fault));

        assertThat(administrators.now()).isEqualTo(new Answer.NoAnswer());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{}",
                "[]",
                "null",
                "<html>",
                "{\"able\": 1}",
                "{\"able\": 1, \"ids\": [\"00000000-0000-7000-8000-000000000001\"]}",
                "{\"able\": 1, \"ids\": [\"00000000-0000-7000-8000-000000000001\"], \"holders\": null}",
                "{\"able\": 1, \"ids\": [\"00000000-0000-7000-8000-000000000001\"], \"holders\": 0}",
                "{\"ids\": [\"00000000-0000-7000-8000-000000000001\"], \"holders\": 2}",
                "{\"able\": 2, \"ids\": [\"00000000-0000-7000-8000-000000000001\"], \"holders\": 2}",
                "{\"able\": 1, \"ids\": [null], \"holders\": 2}",
                "{\"able\": 1, \"ids\": [\"alice\"], \"holders\": 2}",
                "{\"able\": 2, \"ids\": [\"00000000-0000-7000-8000-000000000001\", \"00000000-0000-7000-8000-000000000001\"], \"holders\": 2}"
            })
    void nonsenseIsNoAnswer(String body) {
        authAnswers(okJson(body));

        assertThat(administrators.now()).isEqualTo(new Answer.NoAnswer());
    }

    private static void authAnswers(ResponseDefinitionBuilder answer) {
        AUTH.stubFor(get(urlEqualTo("/internal/administrators")).willReturn(answer));
    }
}
