package io.tiktoken.auth.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.client.CreateClient.Outcome.Created;
import io.tiktoken.auth.client.CreateClient.Outcome.NameTaken;
import io.tiktoken.auth.client.Merchants.Merchant;
import io.tiktoken.auth.client.RotateSecret.Addition;
import io.tiktoken.auth.client.RotateSecret.Removal;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.defaults.testing.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class MachineClientTests {

    static int count;

    @Autowired
    CreateClient createClient;

    @Autowired
    RotateSecret rotateSecret;

    @Autowired
    DisableClient disableClient;

    @Autowired
    AuthenticateClient authenticateClient;

    @Autowired
    MachineClients clients;

    @Autowired
    Merchants merchants;

    @Autowired
    SingleWriter writer;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @Test
    void aClientIsKnownByAReadableIdAndItsSecretOnlyByItsHash() {
        var made = merchant();

        assertThat(made.client().clientId().value()).matches("merchant-[2-9b-z]{8}");
        assertThat(made.secret().text()).matches("[A-Za-z0-9_-]{43}");
        assertThat(made.toString())
                .doesNotContain(made.secret().text(), made.secret().hash());
        assertThat(jdbc.sql("SELECT hash FROM client_secrets WHERE client = ?")
                        .param(made.client().id().toString())
                        .query(String.class)
                        .single())
                .isEqualTo(made.secret().hash())
                .doesNotContain(made.secret().text());
        assertThat(clients.byClientId(made.client().clientId().value())).contains(made.client());
    }

    @Test
    void aNameIsTakenOnceHoweverItIsWritten() {
        var made = merchant();
        var shouted = new ClientName(made.client().name().value().toUpperCase());

        assertThat(createClient.create(ClientKind.KIOSK, shouted, People.CALLER, Keep.nothing()))
                .isEqualTo(new NameTaken());
        assertThat(createClient.create(
                        ClientKind.MERCHANT, new ClientName("TikToken Shop"), People.CALLER, Keep.nothing()))
                .isEqualTo(new NameTaken());
    }

    @Test
    void ofTwentyWhoWantOneNameAtOnceOneGetsIt() throws InterruptedException {
        var name = new ClientName("Wanted " + UUID.randomUUID());
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var outcomes = threads.invokeAll(IntStream.range(0, 20)
                    .<Callable<CreateClient.Outcome>>mapToObj(
                            _ -> () -> createClient.create(ClientKind.MERCHANT, name, People.CALLER, Keep.nothing()))
                    .toList());

            assertThat(outcomes.stream().map(future -> future.resultNow() instanceof Created))
                    .containsOnlyOnce(true);
        }
    }

    @Test
    void twoSecretsWorkAtTheSameTimeAndAThirdIsRefused() {
        var made = merchant();
        var id = made.client().clientId();

        var added = (Addition.Added) rotateSecret.add(id, People.CALLER, Keep.nothing());

        assertThat(rotateSecret.add(id, People.CALLER, Keep.nothing())).isEqualTo(new Addition.TwoAlready());
        assertThat(isLetIn(id, made.secret())).isTrue();
        assertThat(isLetIn(id, added.secret())).isTrue();

        var first = made.client().secrets().getFirst().id();
        assertThat(rotateSecret.remove(id, first, People.CALLER)).isEqualTo(new Removal.Removed());

        assertThat(isLetIn(id, made.secret())).isFalse();
        assertThat(isLetIn(id, added.secret())).isTrue();
        assertThat(rotateSecret.remove(id, first, People.CALLER)).isEqualTo(new Removal.UnknownSecret());
        assertThat(rotateSecret.remove(id, added.secretId(), People.CALLER)).isEqualTo(new Removal.LastSecret());
        assertThat(isLetIn(id, added.secret())).isTrue();
        assertThat(rotateSecret.add(id, People.CALLER, Keep.nothing())).isInstanceOf(Addition.Added.class);
    }

    @Test
    void aSecretIsRemovedOnlyFromItsOwnClient() {
        var made = merchant();
        var other = merchant();
        rotateSecret.add(other.client().clientId(), People.CALLER, Keep.nothing());

        var removed = rotateSecret.remove(
                other.client().clientId(), made.client().secrets().getFirst().id(), People.CALLER);

        assertThat(removed).isEqualTo(new Removal.UnknownSecret());
        assertThat(isLetIn(made.client().clientId(), made.secret())).isTrue();
        assertThat(rotateSecret.add(new ClientId("merchant-nobody"), People.CALLER, Keep.nothing()))
                .isEqualTo(new Addition.UnknownClient());
    }

    @Test
    void theDatabaseHasNoPlaceForAThirdSecret() {
        var made = merchant();

        assertThatThrownBy(() -> writer.run(() -> jdbc.sql(
                                "INSERT INTO client_secrets (id, client, slot, hash, created_at) VALUES (?, ?, 3, ?, 0)")
                        .params("x", made.client().id().toString(), "0".repeat(64))
                        .update()))
                .isInstanceOf(DataIntegrityViolationException.class);
    }

    @Test
    void aDisabledClientIsShutOutFromThatMomentAndLetInAgain() {
        var made = merchant();
        var id = made.client().clientId();

        assertThat(disableClient
                        .disable(id, "a test", People.CALLER)
                        .orElseThrow()
                        .disabled())
                .isTrue();
        assertThat(disableClient
                        .disable(id, "again", People.CALLER)
                        .orElseThrow()
                        .disabled())
                .isTrue();
        assertThat(isLetIn(id, made.secret())).isFalse();
        assertThat(merchants.byId(made.client().id())).isEmpty();

        assertThat(disableClient.enable(id, People.CALLER).orElseThrow().disabled())
                .isFalse();
        assertThat(disableClient.enable(id, People.CALLER)).isPresent();
        assertThat(isLetIn(id, made.secret())).isTrue();
        assertThat(merchants.byId(made.client().id())).isPresent();
        assertThat(eventsAbout(id))
                .containsExactlyInAnyOrder("CLIENT_CREATED", "CLIENT_DISABLED", "CLIENT_REFUSED", "CLIENT_ENABLED");
    }

    @Test
    void onlyMerchantsAreMerchants() {
        var kiosk = (Created) createClient.create(ClientKind.KIOSK, newName(), People.CALLER, Keep.nothing());

        assertThat(merchants.byId(kiosk.client().id())).isEmpty();
        assertThat(merchants.byId(UUID.fromString("00000000-0000-7000-8000-000000000001")))
                .contains(new Merchant(UUID.fromString("00000000-0000-7000-8000-000000000001"), "TikToken Shop"));
    }

    @Test
    void theUseOfASecretIsNotedOnceAMinute() {
        var made = merchant();
        var id = made.client().clientId();
        var first = clock.instant();

        isLetIn(id, made.secret());
        clock.advance(Duration.ofSeconds(59));
        isLetIn(id, made.secret());
        assertThat(lastUseOf(id)).isEqualTo(first);

        clock.advance(Duration.ofSeconds(1));
        isLetIn(id, made.secret());
        assertThat(lastUseOf(id)).isEqualTo(first.plusSeconds(60));
    }

    private Created merchant() {
        return (Created) createClient.create(ClientKind.MERCHANT, newName(), People.CALLER, Keep.nothing());
    }

    private static ClientName newName() {
        return new ClientName("Corner Books " + (char) ('a' + count++));
    }

    private boolean isLetIn(ClientId id, ClientSecret secret) {
        return authenticateClient
                .authenticate(id.value(), secret, People.CALLER)
                .isPresent();
    }

    private Instant lastUseOf(ClientId id) {
        return clients.byClientId(id.value()).orElseThrow().secrets().getFirst().lastUsedAt();
    }

    private List<String> eventsAbout(ClientId id) {
        return jdbc.sql("SELECT kind FROM security_events WHERE subject = ? ORDER BY id")
                .param(id.value())
                .query(String.class)
                .list();
    }
}
