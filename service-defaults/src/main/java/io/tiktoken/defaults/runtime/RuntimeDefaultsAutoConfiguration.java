package io.tiktoken.defaults.runtime;

import com.fasterxml.uuid.Generators;
import io.tiktoken.defaults.paging.PageQueryArgumentResolver;
import io.tiktoken.defaults.problem.ProblemAdvice;
import io.tiktoken.defaults.problem.ProblemReportCustomizer;
import io.tiktoken.defaults.problem.ProblemWriter;
import io.tiktoken.defaults.text.WellFormedStringDeserializer;
import io.tiktoken.defaults.time.RequestTimeConfigurer;
import io.tiktoken.defaults.time.RequestTimeModule;
import jakarta.servlet.Filter;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.util.unit.DataSize;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.type.LogicalType;

/** Time, ids, strict JSON, and problem documents for whatever goes wrong. */
@AutoConfiguration(before = JacksonAutoConfiguration.class)
public class RuntimeDefaultsAutoConfiguration {

    /** In milliseconds, as instants are stored, so that what is read back equals what was saved. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tickMillis(ZoneOffset.UTC);
    }

    @Bean
    @ConditionalOnMissingBean
    MonotonicClock monotonicClock() {
        return System::nanoTime;
    }

    @Bean
    @ConditionalOnMissingBean
    Ids ids() {
        return Generators.timeBasedEpochGenerator()::generate;
    }

    @Bean
    PreparationLifecycle preparations(ObjectProvider<Preparation> preparations) {
        return new PreparationLifecycle(preparations);
    }

    /** More than twice what the busiest meter has: requests, by endpoint, status and exception. */
    @Bean
    SeriesLimitFilter seriesLimit() {
        return new SeriesLimitFilter(1_000);
    }

    /**
     * A typo, a fraction, a number in quotes, a field that comes twice, half a character or a time far away is refused,
     * never guessed at. So is a number where text belongs, which {@code ALLOW_COERCION_OF_SCALARS} does not cover: a PIN
     * sent as a number has already lost its leading zeros.
     */
    @Bean
    JsonMapperBuilderCustomizer strictJson() {
        return json -> json.enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .enable(
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
                .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
                .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
                .withCoercionConfig(
                        LogicalType.Textual,
                        text -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
                .addModule(new RequestTimeModule())
                .addModule(new SimpleModule("well-formed text")
                        .addDeserializer(String.class, new WellFormedStringDeserializer()));
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
    @Import(ProblemAdvice.class)
    static class Web {

        @Bean
        ProblemWriter problemWriter(tools.jackson.databind.json.JsonMapper json) {
            return new ProblemWriter(json);
        }

        @Bean
        ProblemReportCustomizer problemReports(tools.jackson.databind.json.JsonMapper json) {
            return new ProblemReportCustomizer(json);
        }

        @Bean
        RequestObservationConvention requestObservations() {
            return new RequestObservationConvention();
        }

        /** After the filter that begins a request's trace, before all that reads a parameter. */
        @Bean
        FilterRegistrationBean<MalformedRequestFilter> malformedRequestFilter(ProblemWriter problems) {
            return inFront(new MalformedRequestFilter(problems), 50);
        }

        /** Before security, whose token endpoint answers without going on to any later filter. */
        @Bean
        FilterRegistrationBean<RequestLimitFilter> requestLimitFilter(
                @Value("${tiktoken.request.largest-body}") DataSize largest, ProblemWriter problems) {
            return inFront(new RequestLimitFilter(largest.toBytes(), problems), 100);
        }

        /** With a registration, because Spring Boot looks for a filter's order at its class and not at its bean method. */
        private static <F extends Filter> FilterRegistrationBean<F> inFront(F filter, int place) {
            var registration = new FilterRegistrationBean<>(filter);
            registration.setOrder(Ordered.HIGHEST_PRECEDENCE + place);
            return registration;
        }

        @Bean
        WebMvcRegistrations jsonByDefault() {
            return new WebMvcRegistrations() {
                @Override
                public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
                    return new JsonByDefaultHandlerMapping();
                }
            };
        }

        @Bean
        RequestTimeConfigurer requestTimeConfigurer() {
            return new RequestTimeConfigurer();
        }

        @Bean
        WebMvcConfigurer pagingArguments() {
            return new WebMvcConfigurer() {
                @Override
                public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                    resolvers.add(new PageQueryArgumentResolver());
                }
            };
        }
    }
}
