package io.tiktoken.auth.clients;

import feign.FeignException;
import feign.FeignException.FeignClientException;
import feign.codec.ErrorDecoder;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Switches the client on. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = WalletClient.class)
class ClientsConfiguration {

    private static final int ALL_OF_THEM = 100;

    /** Opens when the neighbour does not answer; to be told no is an answer. */
    @Bean
    CircuitBreaker walletBreaker(WalletSettings settings) {
        return CircuitBreaker.of(
                "wallet",
                CircuitBreakerConfig.custom()
                        .slidingWindowSize(settings.failuresToOpen())
                        .minimumNumberOfCalls(settings.failuresToOpen())
                        .failureRateThreshold(ALL_OF_THEM)
                        .waitDurationInOpenState(settings.pause())
                        .permittedNumberOfCallsInHalfOpenState(1)
                        .ignoreException(failure -> failure instanceof FeignClientException)
                        .build());
    }

    /** A call that is repeated unseen would take longer than it may; a redirect could lead a token astray. */
    @Bean
    HttpClientBuilderCustomizer neitherRepeatsNorRedirects() {
        return http -> http.disableAutomaticRetries().disableRedirectHandling().disableCookieManagement();
    }

    /** Feign's own would take a refusal with a Retry-After header for no answer. */
    @Bean
    ErrorDecoder everyErrorAsItIs() {
        return FeignException::errorStatus;
    }
}
