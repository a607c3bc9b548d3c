package io.tiktoken.wallet.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.defaults.database.DatabaseSettings;
import io.tiktoken.defaults.testing.TestTokens;
import io.tiktoken.wallet.FakePeople;
import io.tiktoken.wallet.QuietApiTest;
import io.tiktoken.wallet.TestApprovals;
import io.tiktoken.wallet.TestWallets;
import io.tiktoken.wallet.WholeDatabase;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** A card number is turned away wherever people can write something, and is in no table, no log and no file afterwards. */
@QuietApiTest
@ExtendWith(OutputCaptureExtension.class)
class CardNumberTests {

    private static final String[] NUMBERS = {
        "5105 1051 0510 5100",
        "５１０５１０５１０５１０５１００",
        "٥١٠٥١٠٥١٠٥١٠٥١٠٠",
        "5105/1051/0510/5100",
        "5105\u200B1051\u200B0510\u200B5100"
    };

    /** Every field of every call in which people can write what they like. */
    enum Field {
        TRANSFER_NOTE(HttpMethod.POST, "/api/wallet/transfers", """
                {"to": "bob", "amount": {"amount": 100, "currency": "TTK"}, "note": "%s", "approval": "APPROVAL"}"""),
        TRANSFER_TO(HttpMethod.POST, "/api/wallet/transfers", """
                {"to": "%s", "amount": {"amount": 100, "currency": "TTK"}, "approval": "APPROVAL"}"""),
        MONEY_REQUEST_NOTE(HttpMethod.POST, "/api/wallet/money-requests", """
                {"from": "bob", "amount": {"amount": 100, "currency": "TTK"}, "note": "for %s, please"}"""),
        TOP_UP_METHOD(HttpMethod.POST, "/api/wallet/top-ups", """
                {"amount": {"amount": 100, "currency": "SGD"}, "paymentMethod": "%s"}"""),
        FREEZE_REASON(HttpMethod.PUT, "/api/admin/wallets/OWNER/freeze", """
                {"direction": "OUT", "reason": "paid with %s"}"""),
        ADJUSTMENT_REASON(HttpMethod.POST, "/api/admin/wallets/OWNER/adjustments", """
                {"amount": {"amount": 100, "currency": "TTK"}, "reason": "paid with %s"}""");

        private final HttpMethod method;
        private final String path;
        private final String body;

        Field(HttpMethod method, String path, String body) {
            this.method = method;
            this.path = path;
            this.body = body;
        }

        private boolean isForAdministrators() {
            return path.startsWith("/api/admin");
        }
    }

    @Autowired
    MockMvcTester http;

    @Autowired
    TestWallets wallets;

    @Autowired
    FakePeople people;

    @Autowired
    DatabaseSettings database;

    @Autowired
    JdbcClient jdbc;

    private UUID alice;
    private UUID bob;

    @BeforeEach
    void aliceHasMoney() {
        alice = wallets.someoneWith("100.00");
        bob = people.registered("bob", UUID.randomUUID());
    }

    static Stream<Arguments> everywhere() {
        return Stream.of(Field.values())
                .flatMap(field -> Stream.of(NUMBERS).map(number -> Arguments.of(field, number)));
    }

    @ParameterizedTest
    @MethodSource("everywhere")
    void isTurnedAwayAndLeavesNoTrace(Field field, String number, CapturedOutput output) throws IOException {
        var before = WholeDatabase.read(jdbc);

        var answer = send(field, number, UUID.randomUUID().toString());

        assertRefused(answer);
        assertThat(text(answer)).doesNotContain(number);
        assertThat(output).doesNotContain(number);
        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
        for (var suffix : new String[] {"", "-wal"}) {
            var file = Path.of(database.file() + suffix);
            assertThat(new String(Files.readAllBytes(file), StandardCharsets.UTF_8))
                    .doesNotContain(number);
        }
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "FREEZE_REASON")
    void isTurnedAwayAsAKey(Field field) {
        var before = WholeDatabase.read(jdbc);

        assertRefused(send(field, "lunch", NUMBERS[0]));

        assertThat(WholeDatabase.read(jdbc)).isEqualTo(before);
    }

    private MvcTestResult send(Field field, String text, String key) {
        var approval = TestApprovals.ofTransfer(
                alice, bob, "bob", TestWallets.ttk("1.00"), Instant.now().plusSeconds(100));
        var token = field.isForAdministrators()
                ? TestTokens.administrator(UUID.randomUUID(), "root")
                : TestTokens.person(alice, "alice");
        return http.method(field.method)
                .uri(field.path.replace("OWNER", alice.toString()))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .header("Idempotency-Key", key)
                .contentType(MediaType.APPLICATION_JSON)
                .content(field.body.replace("APPROVAL", approval).formatted(text))
                .exchange();
    }

    private static void assertRefused(MvcTestResult answer) {
        assertThat(answer)
                .hasStatus(400)
                .hasContentType(MediaType.APPLICATION_PROBLEM_JSON)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("card_number_refused");
    }

    private static String text(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
