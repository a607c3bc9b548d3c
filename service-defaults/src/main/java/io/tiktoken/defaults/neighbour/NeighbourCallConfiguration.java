package io.tiktoken.defaults.neighbour;

import feign.Client;
import feign.FeignException;
import feign.Request;
import feign.Retryer;
import feign.codec.ErrorDecoder;
import feign.hc5.ApacheHttp5Client;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;

/**
 * How one neighbour is called: every time-out set, no repeat of any kind, no redirect that could lead a token astray, no
 * cookies, and connections of its own. Spring Cloud makes it anew in the child context of each Feign client.
 */
class NeighbourCallConfiguration {

    /** What Spring Cloud calls the client in its child context. */
    static final String NAME = "${spring.cloud.openfeign.client.name}";

    private final NeighbourSettings.Line line;

    NeighbourCallConfiguration(NeighbourSettings settings, @Value(NAME) String name) {
        this.line = settings.called(name);
    }

    @Bean
    Request.Options timeouts() {
        return new Request.Options(
                line.connectTimeout().toMillis(),
                TimeUnit.MILLISECONDS,
                line.readTimeout().toMillis(),
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
    CloseableHttpClient connections() {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnPerRoute(line.maxConnections())
                        .setMaxConnTotal(line.maxConnections())
                        .build())
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setConnectionRequestTimeout(line.connectTimeout().toMillis(), TimeUnit.MILLISECONDS)
                        .build())
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .build();
    }

    @Bean
    Client http(CloseableHttpClient connections) {
        return new ApacheHttp5Client(connections);
    }
}
