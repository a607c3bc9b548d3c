package io.tiktoken.auth.client.config;

import io.tiktoken.auth.client.ClientSecretHash;
import io.tiktoken.auth.client.OneAudience;
import io.tiktoken.auth.client.ServiceTokenClaims;
import io.tiktoken.defaults.security.TokenSettings;
import java.time.Clock;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtEncoder;
import org.springframework.security.oauth2.server.authorization.authentication.ClientSecretAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationProvider;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientCredentialsAuthenticationValidator;
import org.springframework.security.oauth2.server.authorization.settings.AuthorizationServerSettings;
import org.springframework.security.oauth2.server.authorization.token.JwtGenerator;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenGenerator;
import org.springframework.security.oauth2.server.authorization.web.authentication.ClientSecretBasicAuthenticationConverter;
import org.springframework.security.oauth2.server.authorization.web.authentication.OAuth2ClientCredentialsAuthenticationConverter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * The authorization server, cut down to what machines need: a token for a client's own secret, and the public keys. Every other endpoint that it could serve stays behind the doors that deny by default.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpointConfiguration {

    @Bean
    AuthorizationServerSettings authorizationServerSettings(TokenSettings tokens) {
        return AuthorizationServerSettings.builder()
                .issuer(tokens.issuer().toString())
                .build();
    }

    @Bean
    OAuth2TokenGenerator<Jwt> serviceTokens(JwtEncoder encoder, Clock clock) {
        var generator = new JwtGenerator(encoder);
        generator.setClock(clock);
        generator.setJwtCustomizer(new ServiceTokenClaims());
        return generator;
    }

    @Bean
    @Order(5) // Before the doors of service-defaults, which begin at 10.
    SecurityFilterChain tokenEndpointChain(HttpSecurity http) throws Exception {
        return http.securityMatcher("/oauth2/token", "/oauth2/jwks")
                .oauth2AuthorizationServer(server -> server.clientAuthentication(
                                client -> client.authenticationConverters(TokenEndpointConfiguration::onlyBasic)
                                        .authenticationProviders(TokenEndpointConfiguration::onlySecrets))
                        .tokenEndpoint(token -> token.accessTokenRequestConverters(
                                        TokenEndpointConfiguration::onlyClientCredentialsAsked)
                                .authenticationProviders(TokenEndpointConfiguration::onlyClientCredentialsGranted)))
                .authorizeHttpRequests(paths -> paths.anyRequest().authenticated())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .logout(logout -> logout.disable())
                .build();
    }

    private static void onlyBasic(List<AuthenticationConverter> converters) {
        converters.removeIf(converter -> !(converter instanceof ClientSecretBasicAuthenticationConverter));
    }

    private static void onlySecrets(List<AuthenticationProvider> providers) {
        providers.removeIf(provider -> !(provider instanceof ClientSecretAuthenticationProvider));
        providers.forEach(
                provider -> ((ClientSecretAuthenticationProvider) provider).setPasswordEncoder(new ClientSecretHash()));
    }

    private static void onlyClientCredentialsAsked(List<AuthenticationConverter> converters) {
        converters.removeIf(converter -> !(converter instanceof OAuth2ClientCredentialsAuthenticationConverter));
    }

    private static void onlyClientCredentialsGranted(List<AuthenticationProvider> providers) {
        providers.removeIf(provider -> !(provider instanceof OAuth2ClientCredentialsAuthenticationProvider));
        var scopes = new OAuth2ClientCredentialsAuthenticationValidator().andThen(new OneAudience());
        providers.forEach(provider ->
                ((OAuth2ClientCredentialsAuthenticationProvider) provider).setAuthenticationValidator(scopes));
    }
}
