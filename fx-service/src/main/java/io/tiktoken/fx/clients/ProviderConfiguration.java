package io.tiktoken.fx.clients;

import io.tiktoken.defaults.crypto.Secret;
import io.tiktoken.fx.rate.RateProvider;
import io.tiktoken.fx.rate.RateProviders;
import io.tiktoken.fx.rate.RateTable;
import io.tiktoken.fx.rate.Source;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.clientconfig.HttpClient5FeignConfiguration.HttpClientBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The chain of providers: the keyed endpoint if there is a key, then the open one. */
@Configuration(proxyBeanMethods = false)
@EnableFeignClients(clients = {KeyedRatesClient.class, OpenRatesClient.class})
class ProviderConfiguration {

    private static final Logger log = LoggerFactory.getLogger(ProviderConfiguration.class);

    @Bean
    RateProviders rateProviders(
            @Value("${tiktoken.fx.api-key}") Secret apiKey,
            KeyedRatesClient keyed,
            OpenRatesClient open,
            ProviderSettings settings) {
        var chain = new ArrayList<RateProvider>();
        if (!apiKey.text().isBlank()) {
            chain.add(new GuardedProvider(
                    Source.EXCHANGERATE_API, () -> keyed.latest(apiKey.text(), RateTable.BASE.code()), settings));
        }
        chain.add(new GuardedProvider(
                Source.OPEN_ER_API, () -> warnOfTheEnd(open.latest(RateTable.BASE.code())), settings));
        return new RateProviders(chain);
    }

    @Bean
    AnswerReader answerReader() {
        return new AnswerReader();
    }

    /** No redirects, no cookies, no zipped surprises, and no retries besides the ones that are written down. */
    @Bean
    HttpClientBuilderCustomizer cautiousHttp(ProviderSettings settings) {
        return http -> http.addExecInterceptorFirst("bounded-answers", new BoundedAnswers(settings))
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAutomaticRetries();
    }

    private static ProviderAnswer warnOfTheEnd(ProviderAnswer answer) {
        if (answer.willBeSwitchedOff()) {
            log.warn("The open endpoint announces that it will be switched off; get a key for the other one in time");
        }
        return answer;
    }
}
