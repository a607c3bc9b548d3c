package io.tiktoken.system.access;

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
 * One caller of each kind, with the best token that each can have. Those of the two customers and of the shop's own
 * parts are asked for as always; the others are signed here, with the shop's key, so that they can be had without
 * waiting until one expires and without an administrator who takes all these calls seriously.
 */
final class Callers {

    private static final List<String> ADMINISTRATOR = List.of("CUSTOMER", "ADMIN");

    private final Customer alice;
    private final Customer bob;
    private final Claims aPerson;
    private final SigningKey key;
    private final Map<Caller, String> tokens = new EnumMap<>(Caller.class);
    private final Map<Caller, String> throwAwayTokens = new EnumMap<>(Caller.class);
    private final String stockToken;

    Callers(Shop shop) {
        this.alice = Customer.registers(shop, "alice");
        this.bob = Customer.registers(shop, "bob");
        var people = new PersonTokens(shop);
        tokens.put(Caller.ALICE, people.of(alice));
        tokens.put(Caller.BOB, people.of(bob));
        this.aPerson = Claims.of(people.of(alice));
        this.key = SigningKey.of(shop, people.of(alice));
        tokens.put(Caller.EXPIRED, key.sign(aPerson.expiring(Duration.ofMinutes(-1))));
        tokens.put(Caller.GATEWAY, MachineClient.gatewayOf(shop).token(shop, "sessions:exchange"));
        tokens.put(Caller.WALLET_SERVICE, MachineClient.walletServiceOf(shop).token(shop, "quotes:redeem"));
        tokens.put(Caller.ORDER_SERVICE, MachineClient.orderServiceOf(shop).token(shop, "funds:reserve"));
        for (var customer : List.of(Caller.ALICE, Caller.BOB)) {
            throwAwayTokens.put(customer, somebody());
        }
        var administrator = Claims.of(people.of(Customer.registers(shop, "alice"))).with("roles", ADMINISTRATOR);
        tokens.put(Caller.ADMINISTRATOR, key.sign(administrator.with("amr", List.of("pwd", "otp")).all()));
        tokens.put(Caller.ADMINISTRATOR_WITHOUT_SECOND_FACTOR, key.sign(administrator.with("amr", List.of("pwd")).all()));
        for (var merchant : List.of(Caller.MERCHANT_1, Caller.MERCHANT_2)) {
            tokens.put(merchant, machine("orders:create orders:read webhooks:manage", "merchant_id"));
        }
        tokens.put(Caller.KIOSK, machine("cash:accept", "kiosk_id"));
        this.stockToken = MachineClient.orderServiceOf(shop).token(shop, "stock:reserve");
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
        return caller == Caller.ORDER_SERVICE && part == Part.CATALOG ? stockToken : tokens.getOrDefault(caller, "");
    }

    /** As {@link #tokenOf}, of a person whom nobody will miss, for a call that ends something of theirs. */
    String throwAwayTokenOf(Caller caller, Part part) {
        return throwAwayTokens.getOrDefault(caller, tokenOf(caller, part));
    }

    private String somebody() {
        return key.sign(aPerson.with("sub", UUID.randomUUID())
                .with("sid", UUID.randomUUID())
                .with("jti", UUID.randomUUID())
                .with("preferred_username", "somebody")
                .all());
    }

    private String machine(String scope, String owner) {
        var id = UUID.randomUUID();
        return key.sign(aPerson.without("sid", "roles", "amr", "preferred_username", "name")
                .with("sub", id)
                .with("client_id", id)
                .with("scope", scope)
                .with(owner, UUID.randomUUID())
                .all());
    }
}
