package io.tiktoken.auth.anchor.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.key.SigningKeys;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

@AuthServiceTest
class AnchorApiTests {

    private static final AtomicLong HEIGHTS = new AtomicLong();
    private static final String HASH = "ab".repeat(32);
    private static final String OTHER = "cd".repeat(32);

    @Autowired
    Caller caller;

    @Autowired
    MockMvcTester http;

    @Autowired
    JsonMapper json;

    @Autowired
    SigningKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    private final long height = HEIGHTS.addAndGet(10);

    @Test
    void aHeadIsKeptAndTheReceiptIsSigned() throws Exception {
        var answer = anchor(height, HASH);

        assertThat(answer).hasStatus(200);
        var receipt = SignedJWT.parse(Caller.text(answer, "$.receipt"));
        assertThat(receipt.getHeader().getType().getType()).isEqualTo("ledger-anchor+jwt");
        assertThat(receipt.verify(new RSASSAVerifier(keys.current().toRSAPublicKey())))
                .isTrue();
        assertThat(receipt.getJWTClaimsSet().getLongClaim("height")).isEqualTo(height);
        assertThat(receipt.getJWTClaimsSet().getStringClaim("hash")).isEqualTo(HASH);
        assertThat(caller.get("/internal/ledger-anchors/latest", token()))
                .hasStatus(200)
                .bodyJson()
                .extractingPath("$.hash")
                .isEqualTo(HASH);
    }

    @Test
    void theSameAgainIsTheSameAndAnotherHashIsRefusedAndAudited() {
        anchor(height, HASH);

        assertThat(anchor(height, HASH)).hasStatus(200);
        assertThat(anchor(height, OTHER))
                .hasStatus(409)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("anchor_differs");
        assertThat(jdbc.sql("SELECT hash FROM ledger_anchors WHERE height = ?")
                        .param(height)
                        .query(String.class)
                        .single())
                .isEqualTo(HASH);
        assertThat(jdbc.sql("SELECT result FROM security_events WHERE kind = 'LEDGER_ANCHOR_REFUSED' AND detail LIKE ?")
                        .param("entry " + height + " %")
                        .query(String.class)
                        .single())
                .isEqualTo("REFUSED");
    }

    @Test
    void whatIsOnRecordIsNeverChangedOrDeleted() {
        anchor(height, HASH);

        for (var sql : new String[] {"UPDATE ledger_anchors SET hash = hash", "DELETE FROM ledger_anchors"}) {
            assertThatThrownBy(() -> writer.run(() -> jdbc.sql(sql).update()))
                    .isInstanceOf(DataIntegrityViolationException.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ab", "AB", "zz"})
    void whatIsNoHashIsRefused(String start) {
        var hash = start.length() == 2 && !start.equals("ab") ? start.repeat(32) : start;

        assertThat(anchor(height, hash)).hasStatus(400);
        assertThat(anchor(0, HASH)).hasStatus(400);
    }

    @Test
    void aReceiptOpensNoDoor() {
        var receipt = Caller.text(anchor(height, HASH), "$.receipt");

        assertThat(caller.get("/internal/ledger-anchors/latest", receipt)).hasStatus(401);
        assertThat(caller.get("/api/auth/me", receipt)).hasStatus(401);
    }

    @Test
    void onlyWalletServiceMayAnchor() {
        var gateway = caller.serviceToken("gateway", "sessions:exchange");

        assertThat(put(height, HASH, gateway)).hasStatus(403);
        assertThat(caller.get("/internal/ledger-anchors/latest", gateway)).hasStatus(403);
    }

    private MvcTestResult anchor(long height, String hash) {
        return put(height, hash, token());
    }

    private MvcTestResult put(long height, String hash, String token) {
        return http.put()
                .uri("/internal/ledger-anchors/" + height)
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content(json.writeValueAsString(Map.of("hash", hash)))
                .exchange();
    }

    private String token() {
        return caller.serviceToken("wallet-service", "anchors:write");
    }
}
