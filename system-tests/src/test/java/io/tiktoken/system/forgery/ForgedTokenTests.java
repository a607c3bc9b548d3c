package io.tiktoken.system.forgery;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Claims;
import io.tiktoken.system.token.PersonTokens;
import io.tiktoken.system.token.SigningKey;
import java.security.KeyPair;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No token but an honest one opens any door, whatever was done to it and with whatever key. */
@InTheShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // One honest token per door is enough for all forgeries.
class ForgedTokenTests {

    private final SigningKey key;
    private final List<Door> doors;
    private final Workshop.Loot loot;
    private final KeyPair own = Signatures.newKeys("RSA", 2048);
    private final Lure lure;

    ForgedTokenTests(Shop shop) {
        var alice = Customer.registers(shop, "alice");
        var bob = Customer.registers(shop, "bob");
        var person = new PersonTokens(shop).of(alice);
        this.key = SigningKey.of(shop, person);
        this.lure = Lure.with(own, key.id());
        this.doors = Doors.of(shop, key, person);
        var approvalKey = Base64.getDecoder().decode(shop.secret("TIKTOKEN_APPROVAL_KEY"));
        this.loot = new Workshop.Loot(alice.browser().session(), alice.approvesTransfer(bob, "1.00"), approvalKey);
    }

    static Stream<Forgery> forgeries() {
        return Forgery.all();
    }

    @AfterAll
    void nobodyLookedForKeysWhereATokenSaid() {
        lure.close();
        assertThat(lure.visits()).isZero();
    }

    /** Otherwise the refusals below would prove nothing. */
    @Test
    void anHonestTokenOpensItsDoorWhetherTheShopSignedItOrWeDid() {
        var heard = new SoftAssertions();
        for (var door : doors) {
            var signedHere = key.sign(Claims.of(door.honest()).all());
            heard.assertThat(door.hears(Attempt.bearer(door.honest())).status())
                    .as("%s", door)
                    .isNotEqualTo(401)
                    .isLessThan(500);
            heard.assertThat(door.hears(Attempt.bearer(signedHere)).status())
                    .as("%s, signed here", door)
                    .isNotEqualTo(401)
                    .isLessThan(500);
        }
        heard.assertAll();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void opensNothing(Forgery forgery) {
        var heard = new SoftAssertions();
        for (var door : doors) {
            var workshop = new Workshop(key, own, door.honest(), lure.address(), loot);
            var answer = door.hears(forgery.made().apply(workshop));
            heard.assertThat(answer.status()).as("%s: %s", door, answer).isEqualTo(401);
        }
        heard.assertAll();
    }
}
