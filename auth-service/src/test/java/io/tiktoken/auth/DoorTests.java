package io.tiktoken.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.key.SigningKeys;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@AuthServiceTest
class DoorTests {

    static final Map<String, String> ANY_HANDLE = Map.of("handle", "no such handle");

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @Autowired
    SigningKeys keys;

    @Test
    void onlyAServiceTokenForThisServiceOpensTheInternalDoor() {
        var person = caller.personToken(caller.register());
        var forTheWallet = caller.serviceToken("order-service", "funds:reserve");
        var forUs = caller.serviceToken("gateway", "sessions:exchange");

        assertThat(exchangeWith(forUs)).isEqualTo(404);
        assertThat(exchangeWith(person)).isEqualTo(401);
        assertThat(exchangeWith(forTheWallet)).isEqualTo(401);
        assertThat(http.post().uri("/internal/sessions/token")).hasStatus(401);
    }

    @Test
    void theRightAudienceWithoutTheScopeIsNotEnough() throws Exception {
        var token = signed(
                "at+jwt", claims("auth-service").claim("scope", "stock:reserve").build(), keys.current());

        assertThat(exchangeWith(token)).isEqualTo(403);
    }

    @Test
    void walletServiceMayAskWhoSomebodyIsAndTheGatewayMayNot() {
        var alice = caller.register();
        var path = "/internal/users/" + alice.username();

        assertThat(caller.get(path, caller.serviceToken("wallet-service", "users:read")))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.id")
                .isEqualTo(alice.id());
        assertThat(caller.get("/internal/users/nobody-here", caller.serviceToken("wallet-service", "users:read")))
                .hasStatus(404);
        assertThat(caller.get(path, caller.serviceToken("gateway", "sessions:exchange")))
                .hasStatus(403);
        assertThat(caller.get(path, caller.personToken(alice))).hasStatus(401);
    }

    @Test
    void aServiceTokenDoesNotOpenThePeoplesDoor() {
        assertThat(me(caller.serviceToken("gateway", "sessions:exchange"))).isEqualTo(401);
    }

    @Test
    void aTokenThatSomebodyElseSignedOpensNothing() throws Exception {
        var forger = new RSAKeyGenerator(2048).keyID(keys.current().getKeyID()).generate();
        var honest = keys.current();

        assertThat(me(signed("at+jwt", personClaims().build(), honest))).isEqualTo(404); // Nobody has this id.
        assertThat(me(signed("at+jwt", personClaims().build(), forger))).isEqualTo(401);
        assertThat(me(signed("jwt", personClaims().build(), honest))).isEqualTo(401);
        assertThat(me(signed("approval+jwt", personClaims().build(), honest))).isEqualTo(401);
        assertThat(me(signed("at+jwt", personClaims().issuer("http://elsewhere").build(), honest)))
                .isEqualTo(401);
        assertThat(me(signed(
                        "at+jwt",
                        personClaims()
                                .audience(List.of("tiktoken-api", "auth-service"))
                                .build(),
                        honest)))
                .isEqualTo(401);
        assertThat(me(signed(
                        "at+jwt", personClaims().expirationTime(new Date(0)).build(), honest)))
                .isEqualTo(401);
    }

    @Test
    void anApprovalIsNotATokenForAnyDoor() {
        var alice = caller.register();
        var token = caller.personToken(alice);
        var operation = Map.of(
                "type",
                "purchase",
                "payee",
                "00000000-0000-7000-8000-000000000001",
                "amount",
                Map.of("amount", 1, "currency", "TTK"),
                "orderId",
                UUID.randomUUID().toString());
        var approval = Caller.text(
                caller.post("/api/approvals", Map.of("pin", alice.pin(), "operation", operation), token), "$.approval");

        assertThat(me(approval)).isEqualTo(401);
        assertThat(exchangeWith(approval)).isEqualTo(401);
    }

    @Test
    void withoutATokenOnlyTheOpenPathsAnswer() {
        assertThat(http.get().uri("/api/auth/me")).hasStatus(401);
        assertThat(http.get().uri("/api/users/alice")).hasStatus(401);
        assertThat(http.post().uri("/api/auth/logout")).hasStatus(401);
        assertThat(http.post().uri("/api/auth/pin")).hasStatus(401);
        assertThat(http.post().uri("/api/approvals")).hasStatus(401);
        assertThat(http.get().uri("/nothing/here")).hasStatus(401);
        assertThat(http.post().uri("/api/auth/login")).hasStatus(400);
    }

    private int me(String token) {
        return caller.get("/api/auth/me", token).getResponse().getStatus();
    }

    private int exchangeWith(String token) {
        return caller.post("/internal/sessions/token", ANY_HANDLE, token)
                .getResponse()
                .getStatus();
    }

    private static JWTClaimsSet.Builder personClaims() {
        return claims("tiktoken-api")
                .claim("preferred_username", "alice")
                .claim("name", "Alice")
                .claim("sid", UUID.randomUUID().toString())
                .claim("roles", List.of("CUSTOMER"));
    }

    private static JWTClaimsSet.Builder claims(String audience) {
        return new JWTClaimsSet.Builder()
                .issuer("http://localhost:8080")
                .subject(UUID.randomUUID().toString())
                .audience(audience)
                .issueTime(Date.from(Instant.now()))
                .expirationTime(Date.from(Instant.now().plusSeconds(300)));
    }

    private static String signed(String type, JWTClaimsSet claims, RSAKey key) throws Exception {
        var header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .type(new JOSEObjectType(type))
                .keyID(key.getKeyID())
                .build();
        var token = new SignedJWT(header, claims);
        token.sign(new RSASSASigner(key));
        return token.serialize();
    }
}
