package io.tiktoken.fx.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.wireMockConfig;
import static io.tiktoken.fx.clients.ProviderFixtures.OPEN;
import static io.tiktoken.fx.clients.ProviderFixtures.open;
import static io.tiktoken.fx.clients.ProviderFixtures.openWith;
import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.fx.ApiTest;
import io.tiktoken.fx.quote.CustomerId;
import io.tiktoken.fx.quote.MakeQuote;
import io.tiktoken.fx.quote.MakeQuote.Outcome.Quoted;
import io.tiktoken.fx.quote.MakeQuote.Outcome.RatesUnavailable;
import io.tiktoken.fx.quote.Quote;
import io.tiktoken.fx.quote.RedeemQuote;
import io.tiktoken.fx.quote.TopUpId;
import io.tiktoken.fx.rate.CurrentRates;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Serving;
import io.tiktoken.fx.rate.CurrentRates.Outcome.Unavailable;
import io.tiktoken.fx.rate.RateFixtures;
import io.tiktoken.fx.rate.RateTable;
import io.tiktoken.fx.rate.RefreshRates;
import io.tiktoken.fx.rate.RefreshRates.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/**
 * Whatever a provider does, money is exchanged at the last good rates, or, once those are too old, at none.
 * At noon the table of the midnight before serves; then the provider goes wrong.
 */
@ApiTest
@Timeout(60)
@TestPropertySource(
        properties = {
            "spring.cloud.openfeign.client.config.default.connect-timeout=300",
            "spring.cloud.openfeign.client.config.default.read-timeout=300",
            "tiktoken.fx.provider.longest-answer=600ms",
            "tiktoken.fx.provider.first-wait=1ms",
            "tiktoken.fx.provider.failures-to-open=100"
        })
class ProviderFaultTests {

    private static final Instant MIDNIGHT = NOON.minus(Duration.ofHours(12));
    private static final Instant LATER = NOON.minus(Duration.ofHours(1));
    private static final CustomerId ALICE = new CustomerId(UUID.randomUUID());

    @RegisterExtension
    static final WireMockExtension PROVIDER = WireMockExtension.newInstance()
            .options(wireMockConfig().dynamicPort())
            .build();

    @DynamicPropertySource
    static void addresses(DynamicPropertyRegistry settings) {
        settings.add("tiktoken.fx.open-url", PROVIDER::baseUrl);
    }

    @Autowired
    RefreshRates refreshRates;

    @Autowired
    CurrentRates currentRates;

    @Autowired
    MakeQuote makeQuote;

    @Autowired
    RedeemQuote redeemQuote;

    @Autowired
    SingleWriter writer;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @BeforeEach
    void believeTheTableOfMidnight() {
        clock.set(NOON);
        writer.run(() -> RateFixtures.forgetEverything(jdbc));
        provider(okJson(open(MIDNIGHT)));
        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        PROVIDER.resetRequests();
    }

    @ParameterizedTest(name = "the provider {argumentSetName}")
    @MethodSource("io.tiktoken.fx.clients.ProviderFaults#all")
    void theLastGoodTableServesAndThenNone(ResponseDefinitionBuilder answer) {
        var before = serving();
        var quote = quoteForAHundredDollars();
        provider(answer);

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.NOTHING_USABLE);

        PROVIDER.verify(getRequestedFor(urlEqualTo(OPEN)));
        assertThat(serving()).isEqualTo(before);
        assertThat(quoteForAHundredDollars().to()).isEqualTo(quote.to()).isEqualTo(Money.of("129.19", "TTK"));
        assertThat(redeem(quote)).isEqualTo(quote.to());

        clock.set(MIDNIGHT.plus(Duration.ofHours(26)));
        assertThat(refreshRates.refresh()).isEqualTo(Outcome.NOTHING_USABLE);
        assertThat(currentRates.find()).isEqualTo(new Serving(before, true));

        clock.set(MIDNIGHT.plus(Duration.ofHours(48)));
        assertThat(refreshRates.refresh()).isEqualTo(Outcome.NOTHING_USABLE);
        assertThat(currentRates.find()).isInstanceOf(Unavailable.class);
        assertThat(askForAHundredDollars()).isInstanceOf(RatesUnavailable.class);
    }

    @Test
    void theNextGoodTableServesAtOnce() {
        provider(serverError());
        refreshRates.refresh();
        provider(okJson(openWith(LATER, "USD", "0.8000")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        assertThat(quoteForAHundredDollars().to()).isEqualTo(Money.of("125.00", "TTK"));
    }

    @Test
    void aTableThatWeHaveChangesNothing() {
        provider(okJson(openWith(MIDNIGHT, "USD", "0.8000")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.UNCHANGED);
        assertThat(quoteForAHundredDollars().to()).isEqualTo(Money.of("129.19", "TTK"));
    }

    @Test
    void aJumpServesOnlyOnceASecondFetchConfirmsIt() {
        provider(okJson(openWith(LATER, "TRY", "60")));
        var before = serving();

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.UNCONFIRMED);
        assertThat(serving()).isEqualTo(before);

        clock.advance(Duration.ofMinutes(10));
        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
        assertThat(serving().rate(Currency.of("TRY")).orElseThrow().perBase()).isEqualByComparingTo("60");
    }

    @Test
    void fieldsThatWeDoNotNeedMayComeAndGo() {
        provider(okJson(open(LATER).replace("\"time_eol_unix\":0", "\"time_eol_unix\":1900000000,\"new\":[{}]")));

        assertThat(refreshRates.refresh()).isEqualTo(Outcome.RENEWED);
    }

    private static void provider(ResponseDefinitionBuilder answer) {
        PROVIDER.stubFor(get(anyUrl()).willReturn(answer));
    }

    private RateTable serving() {
        return ((Serving) currentRates.find()).table();
    }

    private MakeQuote.Outcome askForAHundredDollars() {
        return makeQuote.quote(new MakeQuote.Request(ALICE, 10_000, "USD"));
    }

    private Quote quoteForAHundredDollars() {
        return ((Quoted) askForAHundredDollars()).quote();
    }

    private Money redeem(Quote quote) {
        var request = new RedeemQuote.Request(quote.id(), new TopUpId(UUID.randomUUID()), ALICE, quote.from());
        return ((RedeemQuote.Outcome.Redeemed) redeemQuote.redeem(request))
                .quote()
                .to();
    }
}
