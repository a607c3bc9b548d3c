package io.tiktoken.defaults.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.defaults.SampleService;
import io.tiktoken.defaults.testing.TestTokens;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@SpringBootTest(
        classes = SampleService.class,
        properties = "tiktoken.database.file=target/test-databases/${random.uuid}.db")
@AutoConfigureMockMvc
@Import({TestTokens.class, DoorTests.Endpoints.class})
class ForgedTokenTests {

    private static final JOSEObjectType ACCESS_TOKEN = new JOSEObjectType("at+jwt");

    @Autowired
    MockMvcTester http;

    static Stream<Arguments> forgeries() throws JOSEException {
        var stranger = TestTokens.newKey();
        var hmac = new SignedJWT(
                new JWSHeader.Builder(JWSAlgorithm.HS256).type(ACCESS_TOKEN).build(), good().build());
        hmac.sign(new MACSigner(stranger.toRSAPublicKey().getEncoded()));
        return Stream.of(
                forged("unsigned", new PlainJWT(good().build()).serialize()),
                forged("signed with an HMAC of a public key", hmac.serialize()),
                forged(
                        "signed by a stranger under our key id",
                        TestTokens.sign(ACCESS_TOKEN, good().build(), stranger)),
                forged("for another audience", claims -> claims.audience("approval")),
                forged(
                        "for two audiences at once",
                        claims -> claims.audience(List.of("tiktoken-api", "sample-service"))),
                forged("for no audience", claims -> claims.audience((String) null)),
                forged("from another issuer", claims -> claims.issuer("http://localhost:8081")),
                forged(
                        "expired",
                        claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(6)))),
                forged("that never expires", claims -> claims.expirationTime(null)),
                forged(
                        "not valid yet",
                        claims -> claims.notBeforeTime(Date.from(Instant.now().plusSeconds(60)))),
                forged("without a subject", claims -> claims.subject(null)),
                forged(
                        "cut short",
                        TestTokens.person(UUID.randomUUID(), "alice").substring(0, 200)),
                forged("that is no token", "a.b.c"));
    }

    @ParameterizedTest(name = "a token {0} opens nothing")
    @MethodSource("forgeries")
    void opensNothing(String kind, String token) {
        assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer " + token))
                .as(kind)
                .hasStatus(401);
    }

    @Test
    void aTokenOfAnotherTypeOpensNothing() throws Exception {
        var token = SignedJWT.parse(TestTokens.person(UUID.randomUUID(), "alice"));
        var idToken = TestTokens.signedAs(JOSEObjectType.JWT, token.getJWTClaimsSet());

        assertThat(http.get().uri("/api/mine").header(HttpHeaders.AUTHORIZATION, "Bearer " + idToken))
                .hasStatus(401);
    }

    private static Arguments forged(String kind, String token) {
        return Arguments.of(kind, token);
    }

    private static Arguments forged(String kind, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(kind, TestTokens.signed(claims -> {
            personal(claims);
            change.accept(claims);
        }));
    }

    private static JWTClaimsSet.Builder good() {
        var claims = new JWTClaimsSet.Builder()
                .issuer(TestTokens.ISSUER)
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
        personal(claims);
        return claims;
    }

    private static void personal(JWTClaimsSet.Builder claims) {
        claims.audience("tiktoken-api")
                .subject(UUID.randomUUID().toString())
                .claim("preferred_username", "alice")
                .claim("name", "Alice")
                .claim("roles", List.of("CUSTOMER"));
    }
}
