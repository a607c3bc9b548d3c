package io.tiktoken.system.access;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.Claims;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.PersonTokens;
import io.tiktoken.system.token.SigningKey;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One caller of each kind, with the best token that each can have, asked for as always. What cannot be had, or only by
 * waiting, is signed here with the shop's key: a token that has expired, an administrator's without a code, and
 * auth-service's own, which it makes for itself.
 */
final class Callers {

    private final Customer alice;
    private final Customer bob;
    private final Map<Caller, String> tokens = new EnumMap<>(Caller.class);
    private final Map<Caller, String> throwAwayTokens = new EnumMap<>(Caller.class);
    private final String stockToken;
    private final String usersToken;

    Callers(Shop shop) {
        this.alice = Customer.registers(shop, "alice");
        this.bob = Customer.registers(shop, "bob");
        this.stockToken = MachineClient.orderServiceOf(shop).token(shop, "stock:reserve");
        this.usersToken = MachineClient.walletServiceOf(shop)
                .token(shop, "users:read anchors:write administrators:read audit:write");
        var administrator = Administrator.of(shop);
        addPeople(new PersonTokens(shop), administrator);
        addMachines(shop, administrator);
        addOnesThatWeSign(SigningKey.of(shop, stockToken));
    }

    private void addPeople(PersonTokens people, Administrator administrator) {
        tokens.put(Caller.ALICE, people.of(alice));
        tokens.put(Caller.BOB, people.of(bob));
        tokens.put(Caller.ADMINISTRATOR, people.of(administrator.browser()));
    }

    private void addMachines(Shop shop, Administrator administrator) {
        for (var merchant : List.of(Caller.MERCHANT_1, Caller.MERCHANT_2)) {
            tokens.put(
                    merchant,
                    administrator.letsIn("merchant").token(shop, "orders:create orders:read webhooks:manage"));
        }
        tokens.put(Caller.KIOSK, administrator.letsIn("kiosk").token(shop, "cash:accept"));
        tokens.put(Caller.GATEWAY, MachineClient.gatewayOf(shop).token(shop, "sessions:exchange"));
        tokens.put(Caller.ORDER_SERVICE, MachineClient.orderServiceOf(shop).token(shop, "funds:reserve"));
        tokens.put(Caller.WALLET_SERVICE, MachineClient.walletServiceOf(shop).token(shop, "quotes:redeem"));
    }

    private void addOnesThatWeSign(SigningKey key) {
        var person = Claims.of(tokens.getOrDefault(Caller.ALICE, ""));
        var administrator = Claims.of(tokens.getOrDefault(Caller.ADMINISTRATOR, ""));
        var withoutCode = administrator.with("amr", List.of("pwd"));
        var authService = Claims.of(tokens.getOrDefault(Caller.ORDER_SERVICE, ""))
                .with("sub", "auth-service")
                .with("client_id", "auth-service")
                .with("scope", "approvals:revoke");
        tokens.put(Caller.AUTH_SERVICE, key.sign(authService.all()));
        tokens.put(Caller.EXPIRED, key.sign(person.expiring(Duration.ofMinutes(-1))));
        tokens.put(Caller.ADMINISTRATOR_WITHOUT_SECOND_FACTOR, key.sign(withoutCode.all()));
        throwAwayTokens.put(Caller.ALICE, key.sign(ofSomebodyElse(person)));
        throwAwayTokens.put(Caller.BOB, key.sign(ofSomebodyElse(person)));
        throwAwayTokens.put(Caller.ADMINISTRATOR, key.sign(ofSomebodyElse(administrator)));
        throwAwayTokens.put(Caller.ADMINISTRATOR_WITHOUT_SECOND_FACTOR, key.sign(ofSomebodyElse(withoutCode)));
    }

    private static Map<String, Object> ofSomebodyElse(Claims claims) {
        return claims.with("sub", UUID.randomUUID())
                .with("sid", UUID.randomUUID())
                .with("jti", UUID.randomUUID())
                .all();
    }

    /** The customer's own browser, for the door that knows cookies. */
    Customer customer(Caller caller) {
        return switch (caller) {
            case ALICE -> alice;
            case BOB -> bob;
            default -> throw new IllegalArgumentException(caller + " has no browser");
        };
    }

    /** What this caller shows at that part, which is nothing for nobody. */
    String tokenOf(Caller caller, Part part) {
        if (caller == Caller.ORDER_SERVICE && part == Part.CATALOG) {
            return stockToken;
        }
        return caller == Caller.WALLET_SERVICE && part == Part.AUTH ? usersToken : tokens.getOrDefault(caller, "");
    }

    /** As {@link #tokenOf}, of a person whom nobody will miss, for a call that ends something of theirs. */
    String throwAwayTokenOf(Caller caller, Part part) {
        return throwAwayTokens.getOrDefault(caller, tokenOf(caller, part));
    }
}
