package io.tiktoken.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@AuthServiceTest
class ServiceTokenTests {

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @ParameterizedTest(name = "{0} asks for {1} and gets a token for {2}")
    @CsvSource({
        "gateway, sessions:exchange, auth-service",
        "order-service, stock:reserve, catalog-service",
        "order-service, funds:reserve, wallet-service",
        "wallet-service, quotes:redeem, fx-service",
        "wallet-service, users:read, auth-service",
        "wallet-service, anchors:write, auth-service",
        "wallet-service, administrators:read, auth-service",
        "wallet-service, audit:write, auth-service"
    })
    void theScopeDecidesTheAudience(String client, String scope, String audience) throws Exception {
        var answer = caller.askForToken(client, "the %s's secret".formatted(client), scope);

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.expires_in").isIn(299, 300);
        var token = SignedJWT.parse(Caller.text(answer, "$.access_token"));
        assertThat(token.getHeader().getType().getType()).isEqualTo("at+jwt");
        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.RS256);
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getAudience()).isEqualTo(List.of(audience));
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getSubject()).isEqualTo(client);
        assertThat(claims.getStringClaim("scope")).isEqualTo(scope);
        assertThat(claims.getExpirationTime().getTime() - claims.getIssueTime().getTime())
                .isEqualTo(300_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/html", "image/png", "application/xml", "///"})
    void whateverIsAcceptedTheAnswerIsJson(String accept) {
        var answer = http.post()
                .uri("/oauth2/token")
                .header("Accept", accept)
                .headers(headers -> headers.setBasicAuth("gateway", "the gateway's secret"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", "client_credentials")
                .param("scope", "sessions:exchange")
                .exchange();

        assertThat(answer)
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.access_token")
                .isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"stock:reserve funds:reserve", "sessions:exchange", "no:such-scope", ""})
    void whatIsNotAllowedOrHasNotExactlyOneAudienceIsRefused(String scopes) {
        var answer = caller.askForToken("order-service", "the order-service's secret", scopes);

        assertThat(answer).hasStatus(400);
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo("invalid_scope");
    }

    @ParameterizedTest
    @CsvSource({"gateway, a wrong secret", "gateway, the order-service's secret", "nobody, the gateway's secret"})
    void aWrongSecretIsRefused(String client, String secret) {
        var answer = caller.askForToken(client, secret, "sessions:exchange");

        assertThat(answer).hasStatus(401);
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo("invalid_client");
    }

    @Test
    void thePublishedKeyVerifiesTheTokenAndHasNoPrivatePart() throws Exception {
        var token = SignedJWT.parse(caller.serviceToken("gateway", "sessions:exchange"));

        var text = http.get().uri("/oauth2/jwks").exchange().getResponse().getContentAsString();

        var key = JWKSet.parse(text).getKeyByKeyId(token.getHeader().getKeyID());
        assertThat(key.isPrivate()).isFalse();
        assertThat(token.verify(new RSASSAVerifier(key.toRSAKey()))).isTrue();
    }

    @Test
    void theMetadataNameOnlyWhatIsServed() throws Exception {
        var answer = http.get().uri("/.well-known/oauth-authorization-server").exchange();

        assertThat(answer).hasStatus(200);
        assertThat(answer).bodyJson().extractingPath("$.issuer").isEqualTo("http://localhost:8080");
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.token_endpoint")
                .isEqualTo("http://localhost:8080/oauth2/token");
        assertThat(answer.getResponse().getContentAsString())
                .doesNotContain("authorization_endpoint", "revocation", "introspection", "registration");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/authorize",
                "/oauth2/revoke",
                "/oauth2/introspect",
                "/oauth2/device_authorization",
                "/oauth2/device_verification",
                "/oauth2/par",
                "/oauth2/register",
                "/connect/register",
                "/connect/logout",
                "/userinfo",
                "/.well-known/openid-configuration",
                "/login",
                "/logout"
            })
    void everyOtherEndpointOfAnAuthorizationServerIsShut(String path) {
        assertThat(http.get().uri(path)).hasStatus(401);
        assertThat(http.post().uri(path).with(request -> {
                    request.addHeader("Authorization", "Basic bm9ib2R5OnNlY3JldA==");
                    return request;
                }))
                .hasStatus(401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/oauth2/revoke/",
                "/oauth2//revoke",
                "//oauth2/introspect",
                "/oauth2/./introspect",
                "/oauth2/token/../introspect",
                "/oauth2/introspect;a=b",
                "/oauth2/token;/../revoke",
                "/oauth2/%69ntrospect",
                "/oauth2%2fintrospect",
                "/OAuth2/Introspect",
                "/oauth2/authorize.json",
                "/oauth2/token/revoke",
                "/.well-known/oauth-authorization-server/x",
                "/connect//register",
                "/%63onnect/register"
            })
    void noOtherSpellingOpensThem(String path) {
        for (var method : List.of(HttpMethod.GET, HttpMethod.POST, HttpMethod.PUT, HttpMethod.OPTIONS)) {
            var answer = http.method(method)
                    .uri(URI.create("http://localhost" + path))
                    .headers(headers -> headers.setBasicAuth("gateway", "the gateway's secret"))
                    .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                    .param("token", "x")
                    .exchange();
            assertThat(answer.getResponse().getStatus())
                    .as("%s %s", method, path)
                    .isIn(400, 401, 403, 404);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "authorization_code",
                "refresh_token",
                "password",
                "implicit",
                "urn:ietf:params:oauth:grant-type:device_code",
                "urn:ietf:params:oauth:grant-type:jwt-bearer",
                "urn:ietf:params:oauth:grant-type:token-exchange"
            })
    void everyOtherGrantIsRefused(String grant) {
        assertThat(askWithGrant(grant)).hasStatus(400);
    }

    private MvcTestResult askWithGrant(String grant) {
        return http.post()
                .uri("/oauth2/token")
                .headers(headers -> headers.setBasicAuth("gateway", "the gateway's secret"))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .param("grant_type", grant)
                .param("scope", "sessions:exchange")
                .param("code", "x")
                .param("refresh_token", "x")
                .exchange();
    }
}
