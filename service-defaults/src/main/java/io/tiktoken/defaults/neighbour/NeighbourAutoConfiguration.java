package io.tiktoken.defaults.neighbour;

import feign.hc5.ApacheHttp5Client;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import java.util.Map;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.cloud.openfeign.FeignClientSpecification;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.type.AnnotatedTypeMetadata;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import tools.jackson.databind.json.JsonMapper;

/** For services that have {@code tiktoken.neighbours}, each with a {@code @FeignClient} of the same name. */
@AutoConfiguration(after = JacksonAutoConfiguration.class)
@ConditionalOnClass({FeignClientSpecification.class, ApacheHttp5Client.class, CircuitBreakerRegistry.class})
@Conditional(NeighbourAutoConfiguration.Configured.class)
@EnableConfigurationProperties(NeighbourSettings.class)
public class NeighbourAutoConfiguration {

    @Bean
    CircuitBreakerRegistry circuitBreakers() {
        return CircuitBreakerRegistry.ofDefaults();
    }

    @Bean
    Neighbours neighbours(NeighbourSettings settings, CircuitBreakerRegistry circuitBreakers, JsonMapper json) {
        return new Neighbours(settings, circuitBreakers, json);
    }

    @Bean
    TaggedCircuitBreakerMetrics circuitBreakerMetrics(CircuitBreakerRegistry circuitBreakers) {
        return TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(circuitBreakers);
    }

    @Bean
    FeignClientSpecification neighbourCalls() {
        return inEveryClient(NeighbourCallConfiguration.class);
    }

    /** For a service that gets its tokens from auth-service. */
    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(ClientRegistrationRepository.class)
    @EnableConfigurationProperties(ServiceCredentials.class)
    static class Tokens {

        @Bean
        ClientRegistrationRepository neighbourRegistrations(
                NeighbourSettings settings,
                ServiceCredentials credentials,
                @Value("${spring.application.name}") String service) {
            return ServiceTokens.registrations(settings, credentials, service);
        }

        @Bean
        @ConditionalOnMissingBean
        OAuth2AuthorizedClientManager serviceTokens(
                ClientRegistrationRepository registrations, ServiceCredentials credentials) {
            return ServiceTokens.manager(registrations, credentials);
        }

        @Bean
        FirstTokensRunner firstTokens(OAuth2AuthorizedClientManager serviceTokens, NeighbourSettings settings) {
            return new FirstTokensRunner(serviceTokens, settings);
        }

        @Bean
        FeignClientSpecification neighbourToken() {
            return inEveryClient(NeighbourTokenConfiguration.class);
        }
    }

    /** Elsewhere Feign clients are no neighbours', and called in their own way. */
    static final class Configured implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return !Binder.get(context.getEnvironment())
                    .bind("tiktoken.neighbours", Bindable.mapOf(String.class, Object.class))
                    .orElse(Map.of())
                    .isEmpty();
        }
    }

    /** Spring Cloud puts a configuration into every client's child context when its name begins so. */
    private static FeignClientSpecification inEveryClient(Class<?> configuration) {
        return new FeignClientSpecification(
                "default." + configuration.getName(), "default", new Class<?>[] {configuration});
    }
}
