package io.tiktoken.wallet.approval;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jwt.JWTClaimsSet;
import io.tiktoken.defaults.crypto.Secret;
import io.tiktoken.defaults.security.TokenSettings;
import io.tiktoken.defaults.testing.SettableClock;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.ledger.OrderId;
import io.tiktoken.wallet.ledger.OwnerId;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApprovalsTests {

    private static final UUID ALICE = UUID.randomUUID();
    private static final UUID SHOP = UUID.randomUUID();
    private static final UUID ORDER = UUID.randomUUID();
    private static final Operation PURCHASE =
            new Operation.Purchase(new OwnerId(ALICE), new OwnerId(SHOP), ttk("15.50"), new OrderId(ORDER));

    private final SettableClock clock = new SettableClock();
    private final Approvals approvals = approvals(TestApprovals.KEY);

    @Test
    void approvesExactlyWhatItNames() {
        assertThat(approvals.judge(approval(_ -> {}), PURCHASE))
                .isInstanceOfSatisfying(
                        Verdict.Approved.class,
                        approved -> assertThat(approved.payeeName()).isEqualTo("TikToken Shop"));
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("another person", claims -> claims.subject(SHOP.toString())),
                change("no person", claims -> claims.subject(null)),
                change("another payee", claims -> claims.claim("payee_id", ALICE.toString())),
                change("a smaller amount", claims -> claims.claim("amount", 1549)),
                change("a larger amount", claims -> claims.claim("amount", 1551)),
                change("a fraction", claims -> claims.claim("amount", 1550.9)),
                change("an amount in words", claims -> claims.claim("amount", "1550")),
                change("no amount", claims -> claims.claim("amount", null)),
                change("another currency", claims -> claims.claim("currency", "SGD")),
                change("another order", claims -> claims.claim("order_id", SHOP.toString())),
                change("no order", claims -> claims.claim("order_id", null)),
                change("a transfer", claims -> claims.claim("operation", "transfer")),
                change("another issuer", claims -> claims.issuer("http://localhost:8081")),
                change("another audience", claims -> claims.audience("tiktoken-api")),
                change("one audience more", claims -> claims.audience(List.of("approval", "tiktoken-api"))),
                change("no end", claims -> claims.expirationTime(null)),
                change("no id", claims -> claims.jwtID(null)),
                change("no generation", claims -> claims.claim("generation", null)),
                change("a generation in words", claims -> claims.claim("generation", "1")),
                change("no name of the payee", claims -> claims.claim("payee_name", null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void isInvalidWithAnyPartChanged(String what, Consumer<JWTClaimsSet.Builder> change) {
        assertThat(approvals.judge(approval(change), PURCHASE)).isEqualTo(refused(Verdict.Reason.INVALID));
    }

    static Stream<Arguments> changesOfATransfer() {
        return Stream.of(
                change("another person", claims -> claims.subject(SHOP.toString())),
                change("another payee", claims -> claims.claim("payee_username", "eve")),
                change("no payee", claims -> claims.claim("payee_username", null)),
                change("no wallet", claims -> claims.claim("payee_id", null)),
                change("another amount", claims -> claims.claim("amount", 1551)),
                change("another currency", claims -> claims.claim("currency", "SGD")),
                change("an order", claims -> claims.claim("order_id", ORDER.toString())),
                change("a purchase", claims -> claims.claim("operation", "purchase")),
                change("no operation", claims -> claims.claim("operation", null)),
                change("no id", claims -> claims.jwtID(null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changesOfATransfer")
    void ofATransferIsInvalidWithAnyPartChanged(String what, Consumer<JWTClaimsSet.Builder> change) {
        var transfer = new Operation.Transfer(new OwnerId(ALICE), "bob", ttk("15.50"));
        Consumer<JWTClaimsSet.Builder> toBob = claims ->
                claims.claim("operation", "transfer").claim("order_id", null).claim("payee_username", "bob");

        assertThat(approvals.judge(approval(toBob), transfer)).isInstanceOf(Verdict.Approved.class);
        assertThat(approvals.judge(approval(toBob.andThen(change)), transfer))
                .isEqualTo(refused(Verdict.Reason.INVALID));
    }

    @ParameterizedTest(name = "{0} ms before its end: {1}")
    @CsvSource({"1, Approved", "0, Refused", "-1, Refused"})
    void endsToTheMillisecond(long millisBefore, String verdict) {
        var approval = approval(_ -> {});
        clock.advance(Duration.ofSeconds(120).minusMillis(millisBefore));

        assertThat(approvals.judge(approval, PURCHASE).getClass().getSimpleName())
                .isEqualTo(verdict);
    }

    @Test
    void saysThatItHasExpired() {
        var approval = approval(_ -> {});
        clock.advance(Duration.ofSeconds(120));

        assertThat(approvals.judge(approval, PURCHASE)).isEqualTo(refused(Verdict.Reason.EXPIRED));
    }

    @Test
    void onlyTheSharedKeySigns() {
        var stranger = approvals("fedcba9876543210fedcba9876543210".getBytes(StandardCharsets.US_ASCII));

        assertThat(stranger.judge(approval(_ -> {}), PURCHASE)).isEqualTo(refused(Verdict.Reason.INVALID));
    }

    @Test
    void anAccessTokenIsNoApproval() {
        var approval = approval(_ -> {});
        var claims = Base64.getUrlDecoder().decode(approval.split("\\.")[1]);

        assertThat(approvals.judge(resigned("at+jwt", claims), PURCHASE)).isEqualTo(refused(Verdict.Reason.INVALID));
        assertThat(approvals.judge(resigned("approval+jwt", claims), PURCHASE)).isInstanceOf(Verdict.Approved.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "a.b.c", "eyJhbGciOiJub25lIn0.e30.", "eyJhbGciOiJIUzI1NiJ9.e30.AAAA"})
    void whatCannotBeReadApprovesNothing(String nonsense) {
        assertThat(approvals.judge(nonsense, PURCHASE)).isEqualTo(refused(Verdict.Reason.INVALID));
    }

    private static Arguments change(String what, Consumer<JWTClaimsSet.Builder> change) {
        return Arguments.of(what, change);
    }

    private static Verdict refused(Verdict.Reason reason) {
        return new Verdict.Refused(reason);
    }

    private static String resigned(String type, byte[] claims) {
        try {
            return TestApprovals.sign(
                    type, JWTClaimsSet.parse(new String(claims, StandardCharsets.UTF_8)), TestApprovals.KEY);
        } catch (ParseException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String approval(Consumer<JWTClaimsSet.Builder> change) {
        return TestApprovals.of(ALICE, SHOP, ttk("15.50"), ORDER, inTwoMinutes(), change);
    }

    private static Instant inTwoMinutes() {
        return SettableClock.NEW_YEAR.plusSeconds(120);
    }

    private Approvals approvals(byte[] key) {
        try {
            return new Approvals(
                    new ApprovalSettings(new Secret(Base64.getEncoder().encodeToString(key))),
                    new TokenSettings(
                            URI.create("http://localhost:8080"), URI.create("http://localhost"), Duration.ofSeconds(5)),
                    clock);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }
}
