package io.tiktoken.auth.shownonce;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.audit.SecurityEvents;
import io.tiktoken.auth.audit.SecurityEvents.Kind;
import io.tiktoken.auth.key.DerivedKeys;
import io.tiktoken.auth.key.OtherKeys;
import io.tiktoken.auth.shownonce.KeptAnswers.Earlier;
import io.tiktoken.defaults.database.DatabaseSettings;
import io.tiktoken.defaults.database.Purge;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class KeptAnswersTests {

    static final KeptAnswer ANSWER =
            new KeptAnswer(201, "{\"pin\":\"225438\",\"recoveryCode\":\"95SFT-MWXXK-H3413-S2X5D\"}");

    @Autowired
    KeptAnswers answers;

    @Autowired
    Purge purge;

    @Autowired
    KeptAnswerSettings settings;

    @Autowired
    SecurityEvents events;

    @Autowired
    DerivedKeys keys;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Autowired
    DatabaseSettings database;

    final String subject = UUID.randomUUID().toString();
    final RepeatableRequest request = request("account alice", UUID.randomUUID().toString(), "correct horse battery");

    @Test
    void theSameRequestIsGivenItsAnswerAgainForTenMinutes() {
        keep();

        clock.advance(Duration.ofMinutes(10).minusMillis(1));
        assertThat(answers.find(request)).isEqualTo(new Earlier.Answered(ANSWER));

        clock.advance(Duration.ofMillis(1));
        assertThat(answers.find(request)).isEqualTo(new Earlier.Nothing());
    }

    @Test
    void aKeyWhoseMinutesAreOverMayBeUsedAnewEvenBeforeThePurge() {
        keep();
        clock.advance(settings.lifetime());

        keep();

        assertThat(answers.find(request)).isEqualTo(new Earlier.Answered(ANSWER));
    }

    @Test
    void whatIsOverIsDeletedAndTheRestStays() {
        keep();
        clock.advance(settings.lifetime());
        var later = request("account bob", "a key", "another password");
        writer.run(() -> answers.keep(later, subject, ANSWER));

        assertThat(answers.purge(purge)).isPositive();

        assertThat(stored()).isOne();
        assertThat(answers.find(later)).isEqualTo(new Earlier.Answered(ANSWER));
    }

    @ParameterizedTest(name = "{0}, {1}, {2}, {3}")
    @CsvSource({
        "POST, /api/auth/register, guess, AnotherRequest",
        "POST, /api/auth/recovery, correct horse battery, AnotherRequest",
        "PUT, /api/auth/register, correct horse battery, AnotherRequest",
    })
    void whateverElseComesWithTheKeyIsAnotherRequest(String method, String path, String body, String expected) {
        keep();

        var other = new RepeatableRequest(request.caller(), request.key(), method, path, body);

        assertThat(answers.find(other).getClass().getSimpleName()).isEqualTo(expected);
        assertThat(answers.find(request("account bob", request.key(), request.body())))
                .isEqualTo(new Earlier.Nothing());
    }

    @Test
    void afterFiveOtherRequestsWithTheKeyItsAnswerIsGone() {
        keep();
        for (var other = 1; other < KeptAnswers.MOST_MISMATCHES; other++) {
            writer.run(() -> answers.countMismatch(request));
        }
        assertThat(answers.find(request)).isEqualTo(new Earlier.Answered(ANSWER));

        writer.run(() -> answers.countMismatch(request));

        assertThat(answers.find(request)).isEqualTo(new Earlier.Nothing());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            names = {
                "PASSWORD_CHANGED",
                "ACCESS_RECOVERED",
                "RECOVERY_CODE_ISSUED",
                "ADMINISTRATOR_RESET",
                "PIN_RESET",
                "PIN_RESET_FORCED",
                "PIN_LOCKED",
                "APPROVAL_GIVEN",
                "TOTP_ENROLLED",
                "TOTP_CONFIRMED",
                "TOTP_DISABLED",
                "TOTP_REMOVED",
                "RECOVERY_CODE_USED",
                "RECOVERY_CODES_REPLACED",
                "USER_SUSPENDED",
                "ROLES_CHANGED",
                "CLIENT_SECRET_REMOVED",
                "CLIENT_DISABLED"
            })
    void noAnswerOutlivesTheSecretOrItsReader(Kind kind) {
        var shown = request(subject, "to the subject", "");
        keep();
        writer.run(() -> answers.keep(shown, UUID.randomUUID().toString(), ANSWER));

        record(kind);

        assertThat(answers.find(request)).isEqualTo(new Earlier.Nothing());
        assertThat(answers.find(shown)).isEqualTo(new Earlier.Nothing());
    }

    @ParameterizedTest
    @EnumSource(
            value = Kind.class,
            mode = Mode.INCLUDE,
            names = {
                "REGISTERED",
                "LOGIN_SUCCEEDED",
                "LOGGED_OUT",
                "DISPLAY_NAME_CHANGED",
                "PIN_WRONG",
                "PASSWORD_WRONG",
                "OTP_WRONG",
                "CLIENT_SECRET_ADDED",
                "USER_REINSTATED"
            })
    void whatChangesNoSecretLeavesItsAnswer(Kind kind) {
        keep();

        record(kind);

        assertThat(answers.find(request)).isEqualTo(new Earlier.Answered(ANSWER));
    }

    @Test
    void neitherTheAnswerNorTheRequestCanBeReadInTheFile() throws IOException {
        keep();

        assertThat(everyFile())
                .contains(subject)
                .doesNotContain(ANSWER.json())
                .doesNotContain("95SFT-MWXXK-H3413-S2X5D")
                .doesNotContain(request.body())
                .doesNotContain(request.key());
        assertThat(request.toString() + ANSWER)
                .doesNotContain("225438")
                .doesNotContain(request.body())
                .doesNotContain(request.key());
    }

    @Test
    void withAnotherKeyEncryptionKeyNothingIsFoundOrOpened() {
        keep();
        var sealed = new AnswerSeal(keys).seal(request, ANSWER);
        var otherSeal = new AnswerSeal(OtherKeys.random());

        assertThat(new AnswerSeal(keys).open(request, sealed)).hasValue(ANSWER);
        assertThat(otherSeal.open(request, sealed)).isEmpty();
        assertThat(new KeptAnswers(jdbc, otherSeal, settings, Clock.systemUTC()).find(request))
                .isEqualTo(new Earlier.Nothing());
    }

    private void keep() {
        writer.run(() -> answers.keep(request, subject, ANSWER));
    }

    private void record(Kind kind) {
        writer.run(() -> events.recordAbout(subject, kind, new Actor(null, People.CALLER.address()), null));
    }

    private int stored() {
        return jdbc.sql("SELECT count(*) FROM kept_answers")
                .query(Integer.class)
                .single();
    }

    /** The database and the log in front of it. */
    private String everyFile() throws IOException {
        var name = database.file().getFileName().toString();
        var all = new StringBuilder();
        try (var files = Files.list(database.file().toAbsolutePath().getParent())) {
            for (var file : files.filter(file -> file.getFileName().toString().startsWith(name))
                    .toList()) {
                all.append(new String(Files.readAllBytes(file), ISO_8859_1));
            }
        }
        return all.toString();
    }

    private static RepeatableRequest request(String caller, String key, String body) {
        return new RepeatableRequest(caller, key, "POST", "/api/auth/register", body);
    }
}
