package io.tiktoken.fx.clients;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.serverError;
import static com.github.tomakehurst.wiremock.client.WireMock.status;
import static com.github.tomakehurst.wiremock.client.WireMock.temporaryRedirect;
import static io.tiktoken.fx.clients.ProviderFixtures.error;
import static io.tiktoken.fx.clients.ProviderFixtures.open;
import static io.tiktoken.fx.clients.ProviderFixtures.openWith;
import static io.tiktoken.fx.rate.RateFixtures.NOON;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.tiktoken.fx.rate.RateFixtures;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;

/** All the ways in which a provider was seen, or can be imagined, to go wrong; it is noon. */
final class ProviderFaults {

    private static final Instant MIDNIGHT = NOON.minus(Duration.ofHours(12));
    private static final Instant LATER = NOON.minus(Duration.ofHours(1));
    private static final int TEN_MEGABYTES = 10 << 20;

    private ProviderFaults() {}

    static Stream<Arguments> all() {
        var usual = open(LATER);
        return Stream.of(
                fault("hangs up", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                fault("says nothing", aResponse().withFault(Fault.EMPTY_RESPONSE)),
                fault("sends rubbish", aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE)),
                fault("breaks off in the middle", aResponse().withFault(Fault.MALFORMED_RESPONSE_CHUNK)),
                fault("is slow", okJson(usual).withFixedDelay(2_000)),
                fault("trickles", okJson(usual).withChunkedDribbleDelay(40, 8_000)),
                fault("sends 10 MB", okJson(usual.replace("}}", "},\"more\":\"" + "x".repeat(TEN_MEGABYTES) + "\"}"))),
                fault("sends 10 MB of nothing", okJson(" ".repeat(TEN_MEGABYTES) + usual)),
                fault("sends HTML", ok("<!doctype html><title>Sign in to the network</title>")),
                fault("sends a truncated table", okJson(usual.substring(0, usual.length() / 2))),
                fault("sends nothing", ok()),
                fault("sends null", okJson("null")),
                fault("sends a list", okJson("[]")),
                fault("sends an empty object", okJson("{}")),
                fault("nests without end", okJson("[".repeat(30_000))),
                fault("is overloaded", serverError().withBody("oops")),
                fault("limits us", status(429).withBody("Too many requests")),
                fault("redirects", temporaryRedirect("http://127.0.0.1:1/")),
                fault("refuses with status 200", okJson(error("quota-reached"))),
                fault("refuses for an unknown reason", okJson(error("x\\nINFO forged line"))),
                fault("calls an error a table", okJson(usual.replace("\"success\"", "\"error\""))),
                fault("leaves the result out", okJson(usual.replace("\"result\":\"success\",", ""))),
                fault("has null for rates", okJson(usual.replaceAll("\"rates\":\\{[^}]*}", "\"rates\":null"))),
                fault("has no rates", okJson(usual.replaceAll("\"rates\":\\{[^}]*}", "\"rates\":{}"))),
                fault("has null for a rate", okJson(openWith(LATER, "USD", "null"))),
                fault("has a text for a rate", okJson(openWith(LATER, "USD", "\"0.7740\""))),
                fault("has a rate twice", okJson(openWith(LATER, "USD", "0.7740,\"USD\":0.1"))),
                fault("has 0", okJson(openWith(LATER, "USD", "0"))),
                fault("has a negative rate", okJson(openWith(LATER, "USD", "-0.7740"))),
                fault("has 1e308", okJson(openWith(LATER, "USD", "1e308"))),
                fault("has NaN", okJson(openWith(LATER, "USD", "NaN"))),
                fault("has one rate upside down", okJson(openWith(LATER, "USD", "1.2920"))),
                fault("has all upside down", okJson(upsideDown())),
                fault("misplaces a decimal point", okJson(openWith(LATER, "JPY", "1.1840"))),
                fault("has yesterday's", okJson(open(MIDNIGHT.minus(Duration.ofDays(1))))),
                fault("has next week's", okJson(open(NOON.plus(Duration.ofDays(7))))),
                fault("has another base", okJson(usual.replace("\"base_code\":\"SGD\"", "\"base_code\":\"USD\""))),
                fault(
                        "is from beyond all time",
                        okJson(usual.replaceAll("(last_update_unix\":)\\d+", "$19" + "9".repeat(17)))));
    }

    private static Arguments fault(String name, ResponseDefinitionBuilder answer) {
        return argumentSet(name, answer);
    }

    private static String upsideDown() {
        var rates = RateFixtures.usualRates();
        rates.replaceAll((code, rate) -> BigDecimal.ONE
                .divide(new BigDecimal(rate), MathContext.DECIMAL32)
                .max(new BigDecimal("0.001"))
                .toPlainString());
        return open(LATER, rates);
    }
}
