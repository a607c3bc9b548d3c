package io.tiktoken.defaults.security;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.tiktoken.defaults.problem.Problem;
import io.tiktoken.defaults.problem.ProblemWriter;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.boot.security.autoconfigure.web.servlet.ServletWebSecurityAutoConfiguration;
import org.springframework.boot.security.oauth2.server.resource.autoconfigure.OAuth2ResourceServerAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.config.observation.SecurityObservationSettings;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.core.userdetails.UsernameNotFoundException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.authentication.JwtGrantedAuthoritiesConverter;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Every service is a resource server with two doors: {@code /internal/**} opens to tokens for this very
 * service, everything else to tokens for the API. Handlers declare who may call them; whatever else there is stays shut.
 */
@AutoConfiguration(before = {ServletWebSecurityAutoConfiguration.class, OAuth2ResourceServerAutoConfiguration.class})
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@EnableWebSecurity
@EnableConfigurationProperties(TokenSettings.class)
public class SecurityDefaultsAutoConfiguration {

    private static final String BEARER = "Bearer ";

    @Bean
    @ConditionalOnMissingBean
    JWKSource<SecurityContext> publishedKeys(TokenSettings settings) {
        return AccessTokens.publishedKeys(settings);
    }

    @Bean
    SecurityProblemHandler securityProblems(ProblemWriter problems) {
        return new SecurityProblemHandler(problems);
    }

    /** A request is observed once, as a whole: a span for each of some fifteen filters tells nobody anything. */
    @Bean
    SecurityObservationSettings securityObservations() {
        return SecurityObservationSettings.noObservations();
    }

    /** With its own rule for header values but not its regular expression, which takes a token letter by letter. */
    @Bean
    HttpFirewall httpFirewall() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowedHeaderValues(SecurityDefaultsAutoConfiguration::isVisible);
        return firewall;
    }

    /** What the firewall refuses needs an answer of its own: it stands before everything that would give one. */
    @Bean
    RequestRejectedHandler rejectedRequests(ProblemWriter problems) {
        return (request, response, rejected) -> problems.write(
                response,
                Problem.of(HttpStatus.BAD_REQUEST, "malformed_request", "The request has a missing or malformed part"));
    }

    /** Health, metrics and info, on a port of their own that only this machine can reach. */
    @Bean
    @Order(10)
    SecurityFilterChain managementChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(paths -> paths.anyRequest().permitAll())
                .csrf(csrf -> csrf.disable())
                .build();
    }

    @Bean
    HandlerAuthorizationManager handlerAccess(
            ObjectProvider<RequestMappingInfoHandlerMapping> ours, ObjectProvider<HandlerMapping> all) {
        return new HandlerAuthorizationManager(ours.orderedStream(), new UnmappedAuthorizationManager(all));
    }

    @Bean
    @Order(20)
    SecurityFilterChain internalChain(
            HttpSecurity http,
            HandlerAuthorizationManager access,
            JWKSource<SecurityContext> keys,
            TokenSettings settings,
            Clock clock,
            SecurityProblemHandler problems,
            @Value("${spring.application.name}") String service)
            throws Exception {
        return door(
                http.securityMatcher("/internal/**"),
                access,
                AccessTokens.decoder(keys, settings, service, clock),
                problems);
    }

    @Bean
    @Order(30)
    SecurityFilterChain apiChain(
            HttpSecurity http,
            HandlerAuthorizationManager access,
            JWKSource<SecurityContext> keys,
            TokenSettings settings,
            Clock clock,
            SecurityProblemHandler problems)
            throws Exception {
        return door(http, access, AccessTokens.decoder(keys, settings, AccessTokens.API_AUDIENCE, clock), problems);
    }

    private static SecurityFilterChain door(
            HttpSecurity http, HandlerAuthorizationManager access, JwtDecoder decoder, SecurityProblemHandler problems)
            throws Exception {
        return http.authorizeHttpRequests(paths -> paths.anyRequest().access(access))
                .oauth2ResourceServer(
                        server -> server.bearerTokenResolver(SecurityDefaultsAutoConfiguration::bearerToken)
                                .jwt(jwt -> jwt.decoder(decoder).jwtAuthenticationConverter(authorities()))
                                .authenticationEntryPoint(problems)
                                .accessDeniedHandler(problems)
                                .withObjectPostProcessor(failuresAnsweredBy(problems)))
                .exceptionHandling(
                        failures -> failures.authenticationEntryPoint(problems).accessDeniedHandler(problems))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .csrf(csrf -> csrf.disable()) // Tokens, no cookies: there is nothing a foreign page could ride on.
                .logout(logout -> logout.disable())
                .requestCache(cache -> cache.disable())
                .build();
    }

    private static boolean isVisible(String headerValue) {
        for (var i = 0; i < headerValue.length(); i++) {
            var letter = headerValue.charAt(i);
            if (Character.isISOControl(letter) || !Character.isDefined(letter)) {
                return false;
            }
        }
        return true;
    }

    /** From the header alone. What is no token fails as one; the usual look at each letter is left to that. */
    private static @Nullable String bearerToken(HttpServletRequest request) {
        var header = request.getHeader(HttpHeaders.AUTHORIZATION);
        if (header == null || !header.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return null;
        }
        var token = header.substring(BEARER.length()).strip();
        return token.isEmpty() ? null : token;
    }

    private static ObjectPostProcessor<BearerTokenAuthenticationFilter> failuresAnsweredBy(
            SecurityProblemHandler problems) {
        return new ObjectPostProcessor<>() {
            @Override
            public <O extends BearerTokenAuthenticationFilter> O postProcess(O filter) {
                filter.setAuthenticationFailureHandler(problems);
                return filter;
            }
        };
    }

    /** {@code roles} become {@code ROLE_…}, {@code scope} becomes {@code SCOPE_…}, {@code amr} becomes {@code AMR_…}. */
    private static Converter<Jwt, AbstractAuthenticationToken> authorities() {
        var scopes = new JwtGrantedAuthoritiesConverter();
        var converter = new JwtAuthenticationConverter();
        converter.setJwtGrantedAuthoritiesConverter(token -> Stream.of(
                        scopes.convert(token).stream(), listed(token, "roles", "ROLE_"), listed(token, "amr", "AMR_"))
                .flatMap(Function.identity())
                .toList());
        return converter;
    }

    private static Stream<GrantedAuthority> listed(Jwt token, String claim, String prefix) {
        var values = token.getClaimAsStringList(claim);
        return values == null ? Stream.of() : values.stream().map(value -> new SimpleGrantedAuthority(prefix + value));
    }

    /** Without it, Spring Boot would invent a user with a password and print that. */
    @Bean
    @ConditionalOnMissingBean
    UserDetailsService noPasswordsHere() {
        return username -> {
            throw new UsernameNotFoundException("Nobody logs in to a service with a password");
        };
    }

    @Bean
    WebMvcConfigurer callerArguments() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new CallerArgumentResolver());
            }
        };
    }
}
