package io.tiktoken.auth.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import com.github.tomakehurst.wiremock.matching.RequestPatternBuilder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.tiktoken.auth.AuthServiceApplication;
import io.tiktoken.auth.Claims;
import io.tiktoken.auth.People;
import io.tiktoken.auth.pin.ResetPin;
import io.tiktoken.auth.registration.RegisterUser;
import io.tiktoken.auth.renewal.Generations;
import io.tiktoken.auth.renewal.Payments.Answer;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.UserId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** What goes over the wire to wallet-service, when, and what is made of its answers. */
@SpringBootTest(properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
class WalletPaymentsTests {

    private static final Duration SOON = Duration.ofSeconds(20);

    @RegisterExtension
    static final WireMockExtension WALLET = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    @DynamicPropertySource
    static void walletIsHere(DynamicPropertyRegistry properties) {
        properties.add("tiktoken.neighbours.wallet.url", WALLET::baseUrl);
    }

    @TempDir
    static Path data;

    @Autowired
    WalletGateway payments;

    @Autowired
    ResetPin resetPin;

    @Autowired
    RegisterUser registerUser;

    @Autowired
    Generations generations;

    @Autowired
    CircuitBreakerRegistry breakers;

    private final UserId alice = new UserId(UUID.randomUUID());

    @BeforeEach
    void theBreakerIsClosed() {
        breakers.circuitBreaker("wallet").reset();
    }

    @Test
    void saysWithATokenOfItsOwnWhichGenerationIsTheOldest() throws Exception {
        walletAnswers(okJson("{\"generation\": 7, \"somethingNew\": true}"));

        assertThat(payments.endBefore(alice, 7)).isEqualTo(Answer.ENDED);

        WALLET.verify(putRequestedFor(urlEqualTo("/internal/approval-generations/" + alice))
                .withRequestBody(equalToJson("{\"generation\": 7}")));
        var authorization = WALLET.getAllServeEvents().getFirst().getRequest().getHeader("Authorization");
        var claims = Claims.of(authorization.substring("Bearer ".length()));
        assertThat(claims.getAudience()).containsExactly("wallet-service");
        assertThat(claims.getSubject()).isEqualTo("auth-service");
        assertThat(claims.getStringClaim("scope")).isEqualTo("approvals:revoke");
    }

    @Test
    void aHigherNumberEndsThemAsWellAndALowerOneIsNoAnswer() {
        walletAnswers(okJson("{\"generation\": 7}"));

        assertThat(payments.endBefore(alice, 6)).isEqualTo(Answer.ENDED);
        assertThat(payments.endBefore(alice, 8)).isEqualTo(Answer.NO_ANSWER);
    }

    @ParameterizedTest
    @CsvSource({"400", "401", "403", "404", "429", "500", "503", "302"})
    void whateverElseItSaysIsNoAnswer(int status) {
        walletAnswers(aResponse().withStatus(status).withBody("{\"generation\": 7}"));

        assertThat(payments.endBefore(alice, 7)).isEqualTo(Answer.NO_ANSWER);
    }

    @ParameterizedTest
    @EnumSource(Fault.class)
    void aBrokenLineIsNoAnswer(Fault fault) {
        walletAnswers(aResponse().withFault(fault));

        assertThat(payments.endBefore(alice, 7)).isEqualTo(Answer.NO_ANSWER);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"{}", "[]", "null", "<html>", "{\"generation\": \"7\"}", "{\"generation\": null}"},
            delimiter = ';')
    void nonsenseIsNoAnswer(String body) {
        walletAnswers(okJson(body));

        assertThat(payments.endBefore(alice, 7)).isEqualTo(Answer.NO_ANSWER);
    }

    @Test
    void isToldBeforeWhoeverRenewsAPinIsAnswered() {
        walletAnswersWhatItIsTold();
        var someone = new People(registerUser).someone().user().id();

        resetPin.reset(someone, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());

        WALLET.verify(1, toldOf(someone, generations.of(someone)));
    }

    @Test
    void isToldAgainAfterSilenceAndThenNoMore() throws Exception {
        walletAnswers(aResponse().withStatus(503));
        var someone = new People(registerUser).someone().user().id();

        assertThat(resetPin.reset(someone, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing()))
                .isInstanceOf(ResetPin.Outcome.Reset.class);

        WALLET.resetRequests();
        walletAnswersWhatItIsTold();
        await().atMost(SOON).untilAsserted(() -> WALLET.verify(1, toldOf(someone, generations.of(someone))));
        Thread.sleep(Duration.ofMillis(2_500)); // Twice as long as until the next look.
        WALLET.verify(1, toldOf(someone, generations.of(someone)));
    }

    @Test
    void isToldAfterARestart() {
        walletAnswers(aResponse().withStatus(503));
        UserId someone;
        try (var before = started()) {
            someone = new People(before.getBean(RegisterUser.class))
                    .someone()
                    .user()
                    .id();
            before.getBean(ResetPin.class)
                    .reset(someone, People.PASSWORD, Optional.empty(), People.CALLER, Keep.nothing());
        }

        WALLET.resetRequests();
        walletAnswersWhatItIsTold();
        try (var after = started()) {
            var generation = after.getBean(Generations.class).of(someone);
            await().atMost(SOON).untilAsserted(() -> WALLET.verify(1, toldOf(someone, generation)));
        }
    }

    private static ConfigurableApplicationContext started() {
        return new SpringApplication(AuthServiceApplication.class)
                .run(
                        "--tiktoken.neighbours.wallet.url=" + WALLET.baseUrl(),
                        "--tiktoken.database.file=" + data.resolve("auth.db"),
                        "--tiktoken.first-administrator.file=" + data.resolve("first-administrator.txt"));
    }

    private static RequestPatternBuilder toldOf(UserId user, long generation) {
        return putRequestedFor(urlEqualTo("/internal/approval-generations/" + user))
                .withRequestBody(equalToJson("{\"generation\": %d}".formatted(generation)));
    }

    private static void walletAnswers(ResponseDefinitionBuilder answer) {
        WALLET.stubFor(put(urlMatching("/internal/approval-generations/.*")).willReturn(answer));
    }

    private static void walletAnswersWhatItIsTold() {
        walletAnswers(okJson("{\"generation\": %d}".formatted(Long.MAX_VALUE)));
    }
}
