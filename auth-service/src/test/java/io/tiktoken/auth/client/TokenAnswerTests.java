package io.tiktoken.auth.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a machine is told at the token endpoint (RFC 6749 §5.2), whatever it sends. */
@AuthServiceTest
@TestPropertySource(properties = "tiktoken.service-client.gateway.secret=" + TokenAnswerTests.SECRET)
class TokenAnswerTests {

    /** As an operator's own or an older one may be: it says something else to whoever decodes it once too often. */
    static final String SECRET = "q+8/Zz%2B==&a%zz";

    private static final String ASKED = "grant_type=client_credentials&scope=sessions%3Aexchange";

    private static final String NO_STORE = "no-cache, no-store, max-age=0, must-revalidate";

    @Autowired
    MockMvcTester http;

    @Test
    void aSecretWorksByBasicAsItIs() {
        assertThat(ask(basic("gateway", SECRET), ASKED)).hasStatus(200).hasHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
    }

    @Test
    void aSecretWorksByBasicFormEncoded() {
        assertThat(ask(basic("gateway", encoded(SECRET)), ASKED)).hasStatus(200);
    }

    @Test
    void aSecretWorksInTheForm() {
        assertThat(ask(null, ASKED + "&client_id=gateway&client_secret=" + encoded(SECRET)))
                .hasStatus(200);
    }

    @Test
    void aPlusThatWasLeftAsItIsInTheFormIsAPlus() {
        assertThat(ask(
                        null,
                        ASKED + "&client_id=gateway&client_secret="
                                + encoded(SECRET).replace("%2B8", "+8")))
                .hasStatus(200);
    }

    @Test
    void theClientMayNameItselfBesideBasic() {
        assertThat(ask(basic("gateway", SECRET), ASKED + "&client_id=gateway")).hasStatus(200);
        assertRefused(ask(basic("gateway", SECRET), ASKED + "&client_id=another"), 400, "invalid_request");
    }

    @ParameterizedTest
    @CsvSource({"gateway, wrong", "gateway, 'q 8/Zz+==&a%zz'", "nobody, wrong", "gateway, ''"})
    void whoIsNotBelievedIsChallenged(String client, String secret) {
        assertChallenged(ask(basic(client, secret), ASKED));
        if (!secret.isEmpty()) {
            assertChallenged(ask(null, ASKED + "&client_id=" + encoded(client) + "&client_secret=" + encoded(secret)));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Basic", "Basic !!!", "Basic Z2F0ZXdheQ==", "Basic OnNlY3JldA==", "Bearer abc", "nonsense"})
    void anUnreadableHeaderIsChallenged(String header) {
        assertChallenged(ask(header, ASKED));
    }

    @Test
    void whoSaysNothingAboutItselfIsChallenged() {
        assertChallenged(ask(null, ASKED));
        assertChallenged(ask(null, ""));
        assertChallenged(ask(null, ASKED + "&client_id=gateway"));
    }

    @ParameterizedTest
    @CsvSource({
        "scope=sessions:exchange, invalid_request",
        "grant_type=&scope=sessions:exchange, unsupported_grant_type",
        "grant_type=client_credentials&grant_type=client_credentials, invalid_request",
        "grant_type=password&scope=sessions:exchange, unsupported_grant_type",
        "grant_type=refresh_token&refresh_token=x, unsupported_grant_type",
        "grant_type=client_credentials&scope=no:such, invalid_scope",
        "grant_type=client_credentials, invalid_scope",
        "grant_type=client_credentials&scope=a&scope=b, invalid_request"
    })
    void whatIsAskedWronglyIsNamed(String form, String error) {
        assertRefused(ask(basic("gateway", SECRET), form), 400, error);
    }

    @Test
    void twoWaysAtOnceAreRefused() {
        var both = ASKED + "&client_id=gateway&client_secret=" + encoded(SECRET);

        assertRefused(ask(basic("gateway", SECRET), both), 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "text/plain", "multipart/form-data; boundary=x", "not a type"})
    void anotherContentTypeIsRefused(String type) {
        var answer = http.post()
                .uri("/oauth2/token")
                .header(HttpHeaders.AUTHORIZATION, basic("gateway", SECRET))
                .header(HttpHeaders.CONTENT_TYPE, type)
                .content("{\"grant_type\":\"client_credentials\"}")
                .exchange();

        assertRefused(answer, 400, "invalid_request");
    }

    @Test
    void parametersInTheAddressAreRefused() {
        var answer = http.post()
                .uri("/oauth2/token?" + ASKED)
                .header(HttpHeaders.AUTHORIZATION, basic("gateway", SECRET))
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .exchange();

        assertRefused(answer, 400, "invalid_request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET", "PUT", "PATCH", "DELETE", "OPTIONS"})
    void anotherMethodIsToldWhichOneItIs(String method) {
        var answer = http.method(HttpMethod.valueOf(method))
                .uri("/oauth2/token")
                .header(HttpHeaders.AUTHORIZATION, basic("gateway", SECRET))
                .exchange();

        assertRefused(answer, 405, "invalid_request");
        assertThat(answer).hasHeader(HttpHeaders.ALLOW, "POST");
    }

    /** Field by field: as a body, MockMvc would decode the form twice. */
    private MvcTestResult ask(@Nullable String authorization, String form) {
        var request = http.post().uri("/oauth2/token").contentType(MediaType.APPLICATION_FORM_URLENCODED);
        for (var field : form.isEmpty() ? new String[0] : form.split("&")) {
            var sides = field.split("=", 2);
            request = request.param(
                    URLDecoder.decode(sides[0], StandardCharsets.UTF_8),
                    URLDecoder.decode(sides[1], StandardCharsets.UTF_8));
        }
        return (authorization == null ? request : request.header(HttpHeaders.AUTHORIZATION, authorization)).exchange();
    }

    private static void assertChallenged(MvcTestResult answer) {
        assertRefused(answer, 401, "invalid_client");
        assertThat(answer).hasHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"TikToken\"");
    }

    private static void assertRefused(MvcTestResult answer, int status, String error) {
        assertThat(answer).hasStatus(status).hasHeader(HttpHeaders.CACHE_CONTROL, NO_STORE);
        assertThat(answer).hasContentTypeCompatibleWith(MediaType.APPLICATION_JSON);
        assertThat(answer).bodyJson().extractingPath("$.error").isEqualTo(error);
        assertThat(answer)
                .bodyJson()
                .extractingPath("$.error_description")
                .asString()
                .isNotBlank();
    }

    private static String basic(String client, String secret) {
        return "Basic " + Base64.getEncoder().encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
