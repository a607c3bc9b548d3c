package io.tiktoken.wallet.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.wallet.anchor.Anchor;
import io.tiktoken.wallet.anchor.Notary.Answer;
import io.tiktoken.wallet.anchor.Notary.Latest;
import io.tiktoken.wallet.ledger.ChainHead;
import io.tiktoken.wallet.ledger.Hash;
import java.time.Instant;
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

/** What goes over the wire when the ledger's head is put on record, and what is made of the answers. */
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@Import(FakeTokens.class)
class AuthNotaryTests {

    private static final ChainHead HEAD = new ChainHead(42, new Hash("ab".repeat(32)));
    private static final Instant THEN = Instant.parse("2026-11-22T12:00:00Z");

    @RegisterExtension
    static final WireMockExtension AUTH = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @DynamicPropertySource
    static void authIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.auth.url", AUTH::baseUrl);
    }

    @Autowired
    AuthGateway notary;

    @Autowired
    CircuitBreakerRegistry breakers;

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("auth").reset();
    }

    @Test
    void putsAHeadOnRecordWithItsTokenAndKeepsTheReceipt() {
        authAnswers(okJson("""
                {"height": 42, "hash": "%s", "anchoredAt": "2026-11-22T12:00:00Z", "receipt": "signed", "new": 1}
                """.formatted("ab".repeat(32))));

        assertThat(notary.keep(HEAD)).isEqualTo(new Answer.Kept(new Anchor(HEAD, THEN), "signed"));

        AUTH.verify(putRequestedFor(urlEqualTo("/internal/ledger-anchors/42"))
                .withHeader("Authorization", equalTo("Bearer a-token-for-auth"))
                .withRequestBody(equalToJson("{\"hash\": \"%s\"}".formatted("ab".repeat(32)))));
    }

    @Test
    void aReceiptForSomethingElseIsNone() {
        authAnswers(okJson("""
                {"height": 41, "hash": "%s", "anchoredAt": "2026-11-22T12:00:00Z", "receipt": "signed"}
                """.formatted("ab".repeat(32))));

        assertThat(notary.keep(HEAD)).isEqualTo(new Answer.NoAnswer());
    }

    @Test
    void anotherHashOnRecordIsADefiniteAnswer() {
        authAnswers(problem(409, "anchor_differs"));

        assertThat(notary.keep(HEAD)).isEqualTo(new Answer.Differs());
    }

    @Test
    void tellsTheLatestThatIsOnRecordOrThatThereIsNone() {
        authAnswers(okJson("""
                {"height": 42, "hash": "%s", "anchoredAt": "2026-11-22T12:00:00Z"}""".formatted("ab".repeat(32))));
        assertThat(notary.latest()).isEqualTo(new Latest.Found(new Anchor(HEAD, THEN)));

        authAnswers(problem(404, "not_found"));
        assertThat(notary.latest()).isEqualTo(new Latest.Nothing());
    }

    @ParameterizedTest(name = "{0} {1} is no answer")
    @CsvSource({"404, ''", "409, ''", "401, unauthenticated", "403, forbidden", "500, x", "503, y"})
    void whateverElseItSaysIsNoAnswer(int status, String code) {
        authAnswers(problem(status, code));

        assertThat(notary.keep(HEAD)).isEqualTo(new Answer.NoAnswer());
        assertThat(notary.latest()).isEqualTo(new Latest.NoAnswer());
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenLineIsNoAnswer(Fault fault) {
        authAnswers(aResponse().withFault(fault));

        assertThat(notary.keep(HEAD)).isEqualTo(new Answer.NoAnswer());
        assertThat(notary.latest()).isEqualTo(new Latest.NoAnswer());
    }

    private static void authAnswers(ResponseDefinitionBuilder answer) {
        AUTH.stubFor(any(anyUrl()).willReturn(answer));
    }

    private static ResponseDefinitionBuilder problem(int status, String code) {
        return aResponse()
                .withStatus(status)
                .withHeader("Content-Type", "application/problem+json")
                .withBody("{\"code\": \"%s\"}".formatted(code));
    }
}
