package io.tiktoken.auth.approval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.SignedJWT;
import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.approval.GiveApproval.Outcome;
import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.client.ShopSettings;
import io.tiktoken.defaults.money.Money;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class GiveApprovalTests {

    static final Money AMOUNT = Money.tikTokens(1_550);

    @Autowired
    GiveApproval giveApproval;

    @Autowired
    ApprovalSettings settings;

    @Autowired
    ShopSettings shop;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    People people;

    @Test
    void anApprovalOfATransferSaysExactlyWhatWasApproved() throws Exception {
        var alice = people.someone();
        var bob = people.someone().user();

        var token = given(giveApproval.give(
                alice.user().id(),
                alice.pin(),
                Optional.empty(),
                new Transfer(bob.id().value(), AMOUNT),
                People.CALLER));

        assertThat(token.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.HS256);
        assertThat(token.getHeader().getType().getType()).isEqualTo("approval+jwt");
        var claims = token.getJWTClaimsSet();
        assertThat(claims.getIssuer()).isEqualTo("http://localhost:8080");
        assertThat(claims.getAudience()).containsExactly("approval");
        assertThat(claims.getSubject()).isEqualTo(alice.user().id().toString());
        assertThat(UUID.fromString(claims.getJWTID())).isNotNull();
        assertThat(claims.getIssueTime()).isEqualTo(clock.instant());
        assertThat(claims.getExpirationTime()).isEqualTo(clock.instant().plusSeconds(120));
        assertThat(claims.getClaims())
                .containsEntry("operation", "transfer")
                .containsEntry("generation", 0L)
                .containsEntry("payee_id", bob.id().toString())
                .containsEntry("payee_username", bob.username().value())
                .containsEntry("payee_name", "A••• L••")
                .containsEntry("amount", 1_550L)
                .containsEntry("currency", "TTK")
                .doesNotContainKey("order_id");
    }

    @Test
    void anApprovalOfAPurchaseNamesTheOrderAndTheShop() throws Exception {
        var alice = people.someone();
        var order = UUID.randomUUID();

        var token = given(giveApproval.give(
                alice.user().id(),
                alice.pin(),
                Optional.empty(),
                new Purchase(shop.id(), AMOUNT, order),
                People.CALLER));

        assertThat(token.getJWTClaimsSet().getClaims())
                .containsEntry("operation", "purchase")
                .containsEntry("order_id", order.toString())
                .containsEntry("payee_id", "00000000-0000-7000-8000-000000000001")
                .containsEntry("payee_username", "TikToken Shop")
                .containsEntry("payee_name", "TikToken Shop");
    }

    @Test
    void everyApprovalHasAnIdOfItsOwnAndEndsInTime() throws Exception {
        clock.set(Instant.parse("2026-06-01T12:00:00.999Z"));
        var alice = people.someone();
        var purchase = new Purchase(shop.id(), AMOUNT, UUID.randomUUID());

        var first = given(giveApproval.give(alice.user().id(), alice.pin(), Optional.empty(), purchase, People.CALLER));
        var second =
                given(giveApproval.give(alice.user().id(), alice.pin(), Optional.empty(), purchase, People.CALLER));

        assertThat(first.getJWTClaimsSet().getJWTID())
                .isNotEqualTo(second.getJWTClaimsSet().getJWTID());
        assertThat(first.getJWTClaimsSet().getExpirationTime().toInstant())
                .isBeforeOrEqualTo(clock.instant().plus(Duration.ofSeconds(120)));
    }

    @Test
    void theRightPinForgetsTheWrongTriesBeforeIt() {
        var alice = people.someone();
        var purchase = new Purchase(shop.id(), AMOUNT, UUID.randomUUID());
        var wrong = People.other(alice.pin());

        for (var round = 0; round < 3; round++) {
            for (var left = 4; left > 0; left--) {
                assertThat(giveApproval.give(alice.user().id(), wrong, Optional.empty(), purchase, People.CALLER))
                        .isEqualTo(new Outcome.PinIncorrect(left));
            }
            assertThat(giveApproval.give(alice.user().id(), alice.pin(), Optional.empty(), purchase, People.CALLER))
                    .isInstanceOf(Outcome.Given.class);
        }
    }

    @Test
    void whatCannotBeApprovedCostsNoTry() {
        var alice = people.someone();
        var bob = people.someone().user();
        var wrong = People.other(alice.pin());
        var me = alice.user().id();

        assertThat(giveApproval.give(me, wrong, Optional.empty(), new Transfer(me.value(), AMOUNT), People.CALLER))
                .isEqualTo(new Outcome.PayeeIsGiver());
        assertThat(giveApproval.give(
                        me, wrong, Optional.empty(), new Transfer(UUID.randomUUID(), AMOUNT), People.CALLER))
                .isEqualTo(new Outcome.PayeeNotFound());
        assertThat(giveApproval.give(me, wrong, Optional.empty(), new Transfer(shop.id(), AMOUNT), People.CALLER))
                .isEqualTo(new Outcome.PayeeNotFound());
        assertThat(giveApproval.give(
                        me,
                        wrong,
                        Optional.empty(),
                        new Purchase(bob.id().value(), AMOUNT, UUID.randomUUID()),
                        People.CALLER))
                .isEqualTo(new Outcome.PayeeNotFound());

        assertThat(jdbc.sql("SELECT tries FROM pins WHERE user_id = ?")
                        .param(me.toString())
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void nothingAndLessThanNothingCannotBeApproved() {
        assertThatThrownBy(() -> new Transfer(UUID.randomUUID(), Money.tikTokens(0)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(UUID.randomUUID(), Money.tikTokens(-1)))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Transfer(UUID.randomUUID(), Money.of("1.00", "SGD")))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private SignedJWT given(Outcome outcome) throws Exception {
        var token = SignedJWT.parse(((Outcome.Given) outcome).approval().token());
        assertThat(token.verify(new MACVerifier(settings.key().toKey("HmacSHA256"))))
                .isTrue();
        return token;
    }
}
