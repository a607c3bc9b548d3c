package io.tiktoken.auth.client.config;

import io.tiktoken.auth.client.AuthenticateClient;
import io.tiktoken.auth.client.MachineTokens;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretPostAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.header.HeaderWriter;
import org.springframework.security.web.header.writers.CacheControlHeadersWriter;
import org.springframework.security.web.header.writers.DelegatingRequestMatcherHeaderWriter;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * The authorization server, cut down to what machines need: a token for a client's own secret, and the public keys. Every other endpoint that it could serve stays behind the doors that deny by default.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpointConfiguration {

    private static final String TOKENS = "/oauth2/token";
    private static final RequestMatcher TOKENS_ASKED =
            PathPatternRequestMatcher.withDefaults().matcher(TOKENS);
    private static final String KEYS = "/oauth2/jwks";
    private static final RequestMatcher KEYS_ASKED =
            PathPatternRequestMatcher.withDefaults().matcher(KEYS);
    /** Short: a cache on the way makes the time longer after which every service knows of a new key. */
    private static final HeaderWriter KEYS_MAY_BE_KEPT =
            new StaticHeadersWriter(HttpHeaders.CACHE_CONTROL, "public, max-age=60");

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TokenSettings tokens) {
        return AuthorizationServerSettings.builder()
                .issuer(tokens.issuer().toString())
                .build();
    }

    @Bean
    OAuth2TokenGenerator<Jwt> machineTokens(JwtEncoder encoder, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(MachineTokens::addClaims);
        return generator;
    }

    @Bean
    @Order(5) // Before the doors of service-defaults, which begin at 10.
    SecurityFilterChain tokenEndpointChain(HttpSecurity http, AuthenticateClient authenticateClient) throws Exception {
        var errors = new TokenErrorHandler();
        return http.securityMatcher(TOKENS, KEYS)
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.authenticationConverters(TokenEndpointConfiguration::onlyWithSecret)
                                        .authenticationProviders(
                                                providers -> onlySecrets(providers, authenticateClient))
                                        .errorResponseHandler(errors))
                        .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                        TokenEndpointConfiguration::onlyClientCredentialsAsked)
                                .authenticationProviders(TokenEndpointConfiguration::onlyClientCredentialsGranted)
                                .errorResponseHandler(errors)))
                .addFilterBefore(new TokenRequestFilter(TOKENS_ASKED, errors), CsrfFilter.class)
                .exceptionHandling(handling -> handling.authenticationEntryPoint(errors))
                .headers(headers -> headers.cacheControl(own -> own.disable())
                        .addHeaderWriter(new DelegatingRequestMatcherHeaderWriter(KEYS_ASKED, KEYS_MAY_BE_KEPT))
                        .addHeaderWriter(new CacheControlHeadersWriter()))
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static void onlyWithSecret(List<AuthenticationConverter> converters) {
        converters.removeIf(converter -> !(converter instanceof ClientSecretPostAuthenticationConverter));
        converters.add(new BasicClientAuthenticationConverter());
    }

    private static void onlySecrets(List<AuthenticationProvider> providers, AuthenticateClient authenticateClient) {
        providers.clear();
        providers.add(new ClientSecretProvider(authenticateClient));
    }

    private static void onlyClientCredentialsAsked(List<AuthenticationConverter> converters) {
        converters.removeIf(converter -> !(converter instanceof OAuth2ClientCredentialsAuthenticationConverter));
    }

    private static void onlyClientCredentialsGranted(List<AuthenticationProvider> providers) {
        providers.removeIf(provider -> !(provider instanceof OAuth2ClientCredentialsAuthenticationProvider));
        var scopes = new OAuth2ClientCredentialsAuthenticationValidator().andThen(MachineTokens::requireOneAudience);
        providers.forEach(provider ->
                ((OAuth2ClientCredentialsAuthenticationProvider) provider).setAuthenticationValidator(scopes));
    }
}
