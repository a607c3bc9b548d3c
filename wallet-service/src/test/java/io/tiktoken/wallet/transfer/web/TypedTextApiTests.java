package io.tiktoken.wallet.transfer.web;

import static io.tiktoken.wallet.TestWallets.ttk;
import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.defaults.testing.TypedText;
import io.tiktoken.wallet.ApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.json.JsonMapper;

/** What people write to go with a transfer, how they write whom it is for, and how they find it again. */
@ApiTest
class TypedTextApiTests {

    static final List<TypedText> CASES = TypedText.ALL;

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    JsonMapper json;

    private final UUID bob = UUID.randomUUID();
    private UUID alice;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("100.00");
    }

    @ParameterizedTest(name = "{0}")
    @FieldSource("CASES")
    void aNoteIsWhatTheReceiverCanSee(TypedText text) throws Exception {
        var sent = send("bob", text.typed());

        assertThat(sent).hasStatus(201);
        String description = JsonPath.read(sent.getResponse().getContentAsString(), "$.description");
        assertThat(description).isEqualTo(text.visible().isEmpty() ? "Transfer" : text.visible());
    }

    @Test
    void aNoteIsMeasuredInCharactersThatCanBeSeen() {
        assertThat(send("bob", "😀".repeat(140))).hasStatus(201);
        assertThat(send("bob", "x".repeat(140) + "\u200b  ")).hasStatus(201);
        assertThat(send("bob", "x".repeat(141))).hasStatus(400);
    }

    @Test
    void halfACharacterIsRefusedAndNothingIsSent() {
        var body = "{\"to\": \"bob\", \"amount\": {\"amount\": 1, \"currency\": \"TTK\"}, \"note\": \"\\ud83c\", "
                + "\"approval\": \"" + approval() + "\"}";

        assertThat(post(body))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("malformed_request");
        assertThat(wallets.of(alice).balance()).isEqualTo(ttk("100.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bob", "Bob", " bob", "bob\t", "\u00a0BOB\u3000", "ＢＯＢ", "\ufeffbob\u200b"})
    void theReceiverIsReadAsAtTheLogin(String to) {
        assertThat(send(to, null)).hasStatus(201);
    }

    @ParameterizedTest(name = "{0} is found by {1}: {2}")
    @CsvSource({
        "ÀLICE'S CAFÉ, àlice's café, true",
        "ÀLICE'S CAFÉ, ALICE, true",
        "cafe\u0301, café, true",
        "Straße, STRASSE, true",
        "ΟΔΟΣ, οδος, true",
        "红茶, 茶, true",
        "மலை, மலை, true",
        "மாலை, மலை, false",
        "க\u0BCA, க\u0BC6\u0BBE, true",
        "100% wool, 100%, true",
        "1000 wool, 100%, false",
        "lunch, BOB (B, true",
        "lunch, alice, false"
    })
    void whatWasWrittenIsFoundAgain(String note, String query, boolean found) throws Exception {
        send("bob", note);

        assertThat(typesFoundBy(query)).containsExactlyElementsOf(found ? List.of("TRANSFER_OUT") : List.of());
    }

    @Test
    void whoLooksForNothingSeesEverything() throws Exception {
        assertThat(typesFoundBy("")).containsExactly("TOP_UP");
        assertThat(typesFoundBy(" \u200b ")).containsExactly("TOP_UP");
    }

    private List<String> typesFoundBy(String query) throws UnsupportedEncodingException {
        var answer = http.get()
                .uri("/api/wallet/transactions?q={query}", query)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .exchange();
        assertThat(answer).hasStatus(200);
        return JsonPath.read(answer.getResponse().getContentAsString(), "$.data[*].type");
    }

    private MvcTestResult send(String to, @Nullable String note) {
        var body = new HashMap<String, Object>(Map.of(
                "to", to,
                "amount", Map.of("amount", 1, "currency", "TTK"),
                "approval", approval()));
        body.put("note", note);
        return post(json.writeValueAsString(body));
    }

    private String approval() {
        return TestApprovals.ofTransfer(
                alice, bob, "bob", ttk("0.01"), Instant.now().plusSeconds(100));
    }

    private MvcTestResult post(String body) {
        return http.post()
                .uri("/api/wallet/transfers")
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.person(alice, "alice"))
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .exchange();
    }
}
