package io.tiktoken.defaults.neighbour;

import static java.util.stream.Collectors.toUnmodifiableMap;

import java.util.Map;
import org.springframework.http.client.SimpleClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.AuthorizedClientServiceOAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.InMemoryOAuth2AuthorizedClientService;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientManager;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClientProviderBuilder;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.http.OAuth2ErrorResponseErrorHandler;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.web.client.RestClient;

/** A service that calls neighbours fetches its own tokens, keeps them until they run out, and never waits long. */
final class ServiceTokens {

    private ServiceTokens() {}

    /** One registration for each neighbour that needs scopes, named like it. */
    static ClientRegistrationRepository registrations(
            NeighbourSettings settings, ServiceCredentials credentials, String service) {
        Map<String, ClientRegistration> registrations = settings.neighbours().entrySet().stream()
                .filter(entry -> !entry.getValue().scopes().isEmpty())
                .collect(toUnmodifiableMap(Map.Entry::getKey, entry -> {
                    credentials.demandSecretOf(service);
                    return ClientRegistration.withRegistrationId(entry.getKey())
                            .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                            .clientId(service)
                            .clientSecret(credentials.secret().text())
                            .scope(entry.getValue().scopes())
                            .tokenUri(credentials.tokenUri().toString())
                            .build();
                }));
        return registrations::get;
    }

    static OAuth2AuthorizedClientManager manager(
            ClientRegistrationRepository registrations, ServiceCredentials credentials) {
        var manager = new AuthorizedClientServiceOAuth2AuthorizedClientManager(
                registrations, new InMemoryOAuth2AuthorizedClientService(registrations));
        manager.setAuthorizedClientProvider(OAuth2AuthorizedClientProviderBuilder.builder()
                .clientCredentials(grant -> grant.accessTokenResponseClient(tokenEndpoint(credentials)))
                .build());
        return manager;
    }

    private static RestClientClientCredentialsTokenResponseClient tokenEndpoint(ServiceCredentials credentials) {
        var http = new SimpleClientHttpRequestFactory();
        http.setConnectTimeout(credentials.connectTimeout());
        http.setReadTimeout(credentials.readTimeout());
        var client = new RestClientClientCredentialsTokenResponseClient();
        client.setRestClient(RestClient.builder()
                .requestFactory(http)
                .configureMessageConverters(converters -> converters
                        .addCustomConverter(new FormHttpMessageConverter())
                        .addCustomConverter(new OAuth2AccessTokenResponseHttpMessageConverter()))
                .defaultStatusHandler(new OAuth2ErrorResponseErrorHandler())
                .build());
        return client;
    }
}
