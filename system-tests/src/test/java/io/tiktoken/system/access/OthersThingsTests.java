package io.tiktoken.system.access;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.system.customer.Answer;
import io.tiktoken.system.customer.Customer;
import io.tiktoken.system.customer.Visitor;
import io.tiktoken.system.shop.InTheShop;
import io.tiktoken.system.shop.Shop;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.node.ObjectNode;

/** What belongs to somebody else looks like what does not exist, and stays as it is. */
@InTheShop
@TestInstance(TestInstance.Lifecycle.PER_CLASS) // Nothing happens to alice's things, so they serve all the tests.
class OthersThingsTests {

    private static final List<OwnedThing> THINGS =
            Table.lines("/owned-things.txt").map(OwnedThing::parse).toList();

    private final Customer alice;
    private final Customer bob;
    private final Map<OwnedThing.Kind, UUID> ids;

    OthersThingsTests(Shop shop) {
        this.alice = Customer.registersWithMoney(shop, "alice", "10.00");
        this.bob = Customer.registersWithMoney(shop, "bob", "10.00");
        this.ids = Map.of(
                OwnedThing.Kind.ORDER,
                        alice.orders(new Visitor(shop).finds("lipstick"), 1).id(),
                OwnedThing.Kind.TOP_UP,
                        id(alice.asksForTopUp("1.00", UUID.randomUUID()).expect(201)),
                OwnedThing.Kind.TRANSACTION,
                        alice.transactions("TOP_UP").getFirst().id(),
                OwnedThing.Kind.MONEY_REQUEST,
                        id(alice.asksForMoney(Customer.registers(shop, "alice"), "1.00")
                                .expect(201)),
                OwnedThing.Kind.SESSION, alice.sessions().getFirst().id());
    }

    static Stream<OwnedThing> owned() {
        return THINGS.stream().filter(OwnedThing::isSomebodys);
    }

    @Test
    void everythingThatCanBeNamedIsListed() {
        var nameable = AccessMatrix.written().rows().stream()
                .filter(row -> row.openTo().contains(Group.CUSTOMER))
                .map(Row::endpoint)
                .filter(Endpoint::namesSomething)
                .toList();

        assertThat(THINGS)
                .as("Say in owned-things.txt whose it is that these endpoints name")
                .extracting(OwnedThing::endpoint)
                .containsExactlyInAnyOrderElementsOf(nameable);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("owned")
    void isNotThereForAnybodyElse(OwnedThing thing) {
        var before = whatAliceHas();

        var hers = ask(bob, thing, ids.get(thing.kind()));
        var nobodys = ask(bob, thing, UUID.randomUUID());

        hers.expectProblem(404, "not_found");
        assertThat(essence(hers)).isEqualTo(essence(nobodys));
        assertThat(whatAliceHas()).isEqualTo(before);
    }

    private static Answer ask(Customer somebody, OwnedThing thing, UUID id) {
        var endpoint = thing.endpoint();
        return somebody.browser()
                .send(somebody.browser()
                        .to(endpoint.to(id))
                        .header("Idempotency-Key", UUID.randomUUID().toString())
                        .method(
                                endpoint.method(),
                                endpoint.onlyReads()
                                        ? BodyPublishers.noBody()
                                        : BodyPublishers.ofString(thing.body())));
    }

    private List<Object> whatAliceHas() {
        var browser = alice.browser();
        return List.of(
                browser.get("/api/orders/" + ids.get(OwnedThing.Kind.ORDER))
                        .expect(200)
                        .body(),
                browser.get("/api/wallet/top-ups/" + ids.get(OwnedThing.Kind.TOP_UP))
                        .expect(200)
                        .body(),
                browser.get("/api/wallet/money-requests/" + ids.get(OwnedThing.Kind.MONEY_REQUEST))
                        .expect(200)
                        .body(),
                alice.sessions(),
                alice.wallet());
    }

    /** Without what differs in any two answers: the path that was asked for, and the trace. */
    private static ObjectNode essence(Answer answer) {
        return ((ObjectNode) answer.body()).without(List.of("instance", "traceId"));
    }

    private static UUID id(Answer answer) {
        return UUID.fromString(answer.body().path("id").asString());
    }
}
