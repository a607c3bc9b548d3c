package io.tiktoken.auth.approval;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.approval.Operation.Purchase;
import io.tiktoken.auth.approval.Operation.Transfer;
import io.tiktoken.auth.approval.Payees.Payee;
import io.tiktoken.auth.client.ClientKind;
import io.tiktoken.auth.client.ClientName;
import io.tiktoken.auth.client.CreateClient;
import io.tiktoken.auth.client.CreateClient.Outcome.Created;
import io.tiktoken.auth.client.DisableClient;
import io.tiktoken.auth.client.MachineClient;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.defaults.money.Money;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@VerbTest
class PayeesTests {

    static final Money AMOUNT = Money.tikTokens(1_550);

    @Autowired
    Payees payees;

    @Autowired
    CreateClient createClient;

    @Autowired
    DisableClient disableClient;

    @Test
    void aPartnerIsPaidUnderItsFullNameUntilItIsDisabled() {
        var books = client(ClientKind.MERCHANT, "Corner Books");
        var purchase = new Purchase(books.id(), AMOUNT, UUID.randomUUID());

        assertThat(payees.of(purchase)).contains(new Payee(books.id(), "Corner Books", "Corner Books"));

        disableClient.disable(books.clientId(), "a test", People.CALLER);
        assertThat(payees.of(purchase)).isEmpty();

        disableClient.enable(books.clientId(), People.CALLER);
        assertThat(payees.of(purchase)).isPresent();
    }

    @Test
    void merchantsArePaidForOrdersOnlyAndKiosksForNothing() {
        var flowers = client(ClientKind.MERCHANT, "Corner Flowers");
        var kiosk = client(ClientKind.KIOSK, "Corner Kiosk");

        assertThat(payees.of(new Transfer(flowers.id(), AMOUNT))).isEmpty();
        assertThat(payees.of(new Purchase(kiosk.id(), AMOUNT, UUID.randomUUID())))
                .isEmpty();
        assertThat(payees.of(new Transfer(kiosk.id(), AMOUNT))).isEmpty();
    }

    private MachineClient client(ClientKind kind, String name) {
        return ((Created) createClient.create(kind, new ClientName(name), People.CALLER, Keep.nothing())).client();
    }
}
