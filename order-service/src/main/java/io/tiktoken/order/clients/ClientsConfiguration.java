package io.tiktoken.order.clients;

import feign.FeignException;
import feign.Request;
import feign.Retryer;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.tiktoken.order.purchase.PurchaseSettings;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientConnectionManagerBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import tools.jackson.databind.json.JsonMapper;

/** How neighbours are called: with short time-outs, one circuit breaker each, and no repeats of any kind. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = {CatalogClient.class, WalletClient.class})
class ClientsConfiguration {

    @Bean
    CatalogGateway catalogGateway(
            CatalogClient client, CircuitBreakerRegistry breakers, JsonMapper json, PurchaseSettings settings) {
        return new CatalogGateway(client, new Neighbour("catalog", breakers.circuitBreaker("catalog"), json), settings);
    }

    @Bean
    WalletGateway walletGateway(
            WalletClient client, CircuitBreakerRegistry breakers, JsonMapper json, PurchaseSettings settings) {
        return new WalletGateway(client, new Neighbour("wallet", breakers.circuitBreaker("wallet"), json), settings);
    }

    @Bean
    CircuitBreakerRegistry circuitBreakers(ClientSettings settings) {
        return CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(settings.breakerCalls())
                .minimumNumberOfCalls(settings.breakerCalls() / 2)
                .failureRateThreshold(settings.breakerFailures())
                .waitDurationInOpenState(settings.breakerPause())
                .permittedNumberOfCallsInHalfOpenState(2)
                // A refusal is the answer of a neighbour in good health.
                .ignoreException(failure -> failure instanceof FeignException.FeignClientException)
                .build());
    }

    @Bean
    TaggedCircuitBreakerMetrics circuitBreakerMetrics(CircuitBreakerRegistry breakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(breakers);
    }

    @Bean
    Request.Options timeouts(ClientSettings settings, PurchaseSettings purchases) {
        var token = settings.connect().plus(settings.read());
        if (token.multipliedBy(2).compareTo(purchases.callBudget()) > 0) {
            throw new IllegalArgumentException(
                    "tiktoken.purchase.call-budget must cover connecting and reading twice: for a token, and for the call");
        }
        return new Request.Options(
                settings.connect().toMillis(),
                TimeUnit.MILLISECONDS,
                settings.read().toMillis(),
                TimeUnit.MILLISECONDS,
                false);
    }

    @Bean
    Retryer neverRepeat() {
        return Retryer.NEVER_RETRY;
    }

    /** Feign's own would take a refusal with a Retry-After header for no answer. */
    @Bean
    ErrorDecoder everyErrorAsItIs() {
        return FeignException::errorStatus;
    }

    @Bean
    HttpClientConnectionManagerBuilderCustomizer boundedConnections(ClientSettings settings) {
        var neighbours = 2;
        return pool ->
                pool.setMaxConnPerRoute(settings.connections()).setMaxConnTotal(settings.connections() * neighbours);
    }

    @Bean
    HttpClientBuilderCustomizer neitherRepeatsNorRedirects(ClientSettings settings) {
        return http -> http.disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(settings.connect().toMillis(), TimeUnit.MILLISECONDS)
                        .build());
    }
}
