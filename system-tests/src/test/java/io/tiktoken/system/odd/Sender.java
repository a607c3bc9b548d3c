package io.tiktoken.system.odd;

import io.tiktoken.system.customer.Administrator;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import io.tiktoken.system.token.MachineClient;
import io.tiktoken.system.token.PersonTokens;
import java.util.EnumMap;
import java.util.Map;

/** Who sends odd requests, and what they show at which door. */
final class Sender {

    /** The kinds of senders. */
    enum Kind {
        STRANGER,
        CUSTOMER,
        MERCHANT,
        KIOSK,
        ADMINISTRATOR
    }

    private final Shop shop;
    private final Customer customer;
    private final String bystander;
    private final Administrator administrator;
    private final MachineClient merchant;
    private final MachineClient kiosk;
    private final Map<Kind, String> tokens = new EnumMap<>(Kind.class);

    Sender(Shop shop) {
        this.shop = shop;
        this.customer = Customer.registersWithMoney(shop, "odd", "10.00");
        this.bystander = Customer.registers(shop, "bystander").id().toString();
        this.administrator = Administrator.of(shop);
        this.merchant = administrator.letsIn("merchant");
        this.kiosk = administrator.letsIn("kiosk");
        renewTokens();
    }

    /** Tokens live for minutes only, and an odd request may have logged the customer out. */
    void renewTokens() {
        customer.logsIn();
        var people = new PersonTokens(shop);
        tokens.put(Kind.CUSTOMER, people.of(customer));
        tokens.put(Kind.ADMINISTRATOR, people.of(administrator.browser()));
        tokens.put(Kind.MERCHANT, merchant.token(shop, "orders:create orders:read webhooks:manage"));
        tokens.put(Kind.KIOSK, kiosk.token(shop, "cash:accept"));
    }

    /** Adds what this kind of sender shows there: at the gateway people have a cookie, everybody else a token. */
    void sign(Draft draft, Kind kind, Part door) {
        var cookie = door == Part.GATEWAY && (kind == Kind.CUSTOMER || kind == Kind.ADMINISTRATOR);
        if (cookie) {
            var browser = kind == Kind.CUSTOMER ? customer.browser() : administrator.browser();
            draft.header("Cookie", "tiktoken_session=" + browser.session());
        } else if (kind != Kind.STRANGER) {
            draft.header("Authorization", "Bearer " + tokens.get(kind));
        }
    }

    /** Somebody whom whatever administrators do may happen to. */
    String bystander() {
        return bystander;
    }
}
