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
import io.tiktoken.wallet.ledger.OwnerId;
import io.tiktoken.wallet.moneyrequest.Party;
import io.tiktoken.wallet.moneyrequest.People.Answer;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes over the wire to auth-service, and what is made of its answers. */
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(FakeTokens.class)
class AuthPeopleTests {

    @RegisterExtension
    static final WireMockExtension AUTH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @DynamicPropertySource
    static void authIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.auth.url", AUTH::baseUrl);
    }

    @Autowired
    AuthGateway people;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("auth").reset();
    }

    @Test
    void asksWithItsTokenWhoSomebodyIs() {
        var id = UUID.randomUUID();
        authAnswers(okJson("""
                {"id": "%s", "username": "bob", "displayName": "B•• T••", "somethingNew": true}""".formatted(id)));

        assertThat(people.called("bob"))
                .isEqualTo(new Answer.Found(new Party(new OwnerId(id), "bob", "bob (B•• T••)")));

        AUTH.verify(getRequestedFor(urlEqualTo("/internal/users/bob"))
                .withHeader("Authorization", equalTo("Bearer a-token-for-auth")));
    }

    @Test
    void nobodyIsCalledSoWhenAuthServiceSaysSo() {
        authAnswers(problem(404, "not_found"));

        assertThat(people.called("bob")).isEqualTo(new Answer.Nobody());
    }

    @ParameterizedTest(name = "{0} {1} is no answer")
    @CsvSource({"404, ''", "401, unauthenticated", "403, forbidden", "429, too_many_requests", "500, x", "503, y"})
    void whateverElseItSaysIsNoAnswer(int status, String code) {
        authAnswers(problem(status, code));

        assertThat(people.called("bob")).isEqualTo(new Answer.NoAnswer());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenLineIsNoAnswer(Fault fault) {
        authAnswers(aResponse().withFault(fault));

        assertThat(people.called("bob")).isEqualTo(new Answer.NoAnswer());
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{}", "[]", "null", "<html>", "{\"id\": 1}"},
            delimiter = ';')
    void nonsenseIsNoAnswer(String body) {
        authAnswers(okJson(body));

        assertThat(people.called("bob")).isEqualTo(new Answer.NoAnswer());
    }

    private static void authAnswers(ResponseDefinitionBuilder answer) {
        AUTH.stubFor(get(urlEqualTo("/internal/users/bob")).willReturn(answer));
    }

    private static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"code\": \"%s\"}".formatted(code));
    }
}
