package io.tiktoken.wallet.proof.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.FakeNotary;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.ledger.Journal;
import io.tiktoken.wallet.ledger.Movement;
import io.tiktoken.wallet.ledger.Movement.Transfer.Party;
import io.tiktoken.wallet.ledger.OwnerId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

@ApiTest
@TestPropertySource(properties = "tiktoken.anchor.most-entries=4") // A ledger of its own.
class TransactionProofApiTests {

    private static final JsonMapper JSON = JsonMapper.shared();

    @Autowired
    MockMvcTester http;

    @Autowired
    Journal journal;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakeNotary notary;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @TempDir
    Path folder;

    private final UUID alice = UUID.randomUUID();
    private final UUID bob = UUID.randomUUID();

    @AfterEach
    void theNotarySpeaks() {
        notary.speakAgain();
    }

    @Test
    void bothSidesCanCheckATransferAndNeitherLearnsOfTheOther() throws Exception {
        wallets.topUp(bob, "77.77");
        var transfer = transfer("5.00");
        var script = CheckScript.ofTheReadme(folder);

        var hers = proof(transfer, alice);
        var his = proof(transfer, bob);

        assertThat(script.check(hers, FakeNotary.publicKeys()).words()).startsWith("PROVEN: entry ");
        assertThat(script.check(his, FakeNotary.publicKeys()).words()).startsWith("PROVEN: entry ");
        assertThat(hers)
                .contains(alice.toString())
                .doesNotContain(bob.toString())
                .doesNotContain("8277");
        assertThat(JSON.readTree(hers).path("hash"))
                .isEqualTo(JSON.readTree(his).path("hash"));
        assertThat(JSON.readTree(hers).path("posting").path("salt"))
                .isNotEqualTo(JSON.readTree(his).path("posting").path("salt"));
    }

    @Test
    void theWayToTheHeadStaysShortAlsoAfterALongSilence() throws Exception {
        var script = CheckScript.ofTheReadme(folder);
        notary.fallSilent();
        var transfer = transfer("1.00");
        IntStream.range(0, 20).forEach(_ -> wallets.topUp(alice, "1.00"));
        notary.speakAgain();

        var proof = proof(transfer, alice);

        assertThat(JSON.readTree(proof).path("following").size()).isBetween(0, 4);
        assertThat(script.check(proof, FakeNotary.publicKeys()).isProven()).isTrue();
    }

    @Test
    void withoutANotaryThereIsNoReceiptAndTheScriptSaysSo() throws Exception {
        notary.fallSilent();
        var proof = proof(transfer("5.00"), alice);

        assertThat(JSON.readTree(proof).has("receipt")).isFalse();
        assertThat(CheckScript.ofTheReadme(folder)
                        .check(proof, FakeNotary.publicKeys())
                        .words())
                .startsWith("NOT PROVEN: nothing is signed yet");
    }

    @Test
    void theScriptRefusesAnAnswerInWhichAnythingWasChangedOrLeftOut() throws Exception {
        var transfer = transfer("5.00");
        notary.fallSilent();
        wallets.topUp(alice, "1.00");
        wallets.topUp(alice, "2.00");
        notary.speakAgain();
        var honest = JSON.readTree(proof(transfer, alice));
        var script = CheckScript.ofTheReadme(folder);
        assertThat(script.check(honest.toString(), FakeNotary.publicKeys()).isProven())
                .isTrue();

        var forgeries = forgeries(honest);

        assertThat(forgeries).hasSizeGreaterThan(45);
        assertThat(script.provenAmong(forgeries, FakeNotary.publicKeys())).isEmpty();
        assertThat(script.provenAmong(List.of(honest.toString()), FakeNotary.publicKeys()))
                .hasSize(1);
        assertThat(script.check(honest.toString(), "{\"keys\":[]}").isProven()).isFalse();
    }

    @Test
    void anothersAndNobodysTransactionsAreNotThere() {
        var transfer = transfer("5.00");

        assertThat(get(transfer, UUID.randomUUID()))
                .hasStatus(404)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("not_found");
        assertThat(get(UUID.randomUUID(), alice)).hasStatus(404);
        assertThat(http.get().uri("/api/wallet/transactions/1/proof")).hasStatus(401);
    }

    @Test
    void anEntryOfTheFirstFormHasNoProofOfItsOwn() {
        var transfer = transfer("5.00");
        var salt = jdbc.sql("SELECT salt FROM entries WHERE id = ?")
                .param(transfer.toString())
                .query(String.class)
                .single();
        writer.run(() -> jdbc.sql("DROP TRIGGER entries_are_never_changed").update());
        try {
            setSalt(transfer, null);

            assertThat(get(transfer, alice))
                    .hasStatus(409)
                    .bodyJson()
                    .extractingPath("$.code")
                    .isEqualTo("proof_unavailable");
        } finally {
            setSalt(transfer, salt);
        }
    }

    private void setSalt(UUID id, @Nullable String salt) {
        writer.run(() -> jdbc.sql("UPDATE entries SET salt = ? WHERE id = ?")
                .params(salt, id.toString())
                .update());
    }

    private UUID transfer(String amount) {
        wallets.topUp(alice, "50.00");
        var id = UUID.randomUUID();
        journal.postSurely(new Movement.Transfer(
                id,
                new Party(new OwnerId(alice), "A•••"),
                new Party(new OwnerId(bob), "B••"),
                ttk(amount),
                "für dich"));
        return id;
    }

    /** Every one differs from the honest answer in one place. */
    private static List<String> forgeries(JsonNode honest) {
        var forgeries = new ArrayList<String>();
        forge(honest, honest, forgeries);
        return forgeries;
    }

    private static void forge(JsonNode whole, JsonNode part, List<String> forgeries) {
        switch (part) {
            case ObjectNode object ->
                object.propertyNames().stream().toList().forEach(name -> {
                    var value = object.get(name);
                    forge(whole, value, forgeries);
                    object.remove(name);
                    forgeries.add(whole.toString());
                    if (value.isValueNode()) {
                        object.set(name, changed(value));
                        forgeries.add(whole.toString());
                    }
                    object.set(name, value);
                });
            case ArrayNode array -> {
                for (var index = 0; index < array.size(); index++) {
                    var value = array.get(index);
                    forge(whole, value, forgeries);
                    array.remove(index);
                    forgeries.add(whole.toString());
                    array.insert(index, value);
                    if (value.isValueNode()) {
                        array.set(index, changed(value));
                        forgeries.add(whole.toString());
                        array.set(index, value);
                    }
                }
            }
            default -> {}
        }
    }

    private static JsonNode changed(JsonNode value) {
        if (value.isNumber()) {
            return JSON.getNodeFactory().numberNode(value.asLong() + 1);
        }
        var text = value.asString();
        var middle = text.length() / 2;
        var other = text.charAt(middle) == '1' ? '2' : '1';
        return JSON.getNodeFactory().stringNode(text.substring(0, middle) + other + text.substring(middle + 1));
    }

    private String proof(UUID id, UUID person) {
        var result = get(id, person);
        assertThat(result).hasStatus(200);
        try {
            return result.getResponse().getContentAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private MvcTestResult get(UUID id, UUID person) {
        return http.get()
                .uri("/api/wallet/transactions/{id}/proof", id)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(person, "alice"))
                .exchange();
    }
}
