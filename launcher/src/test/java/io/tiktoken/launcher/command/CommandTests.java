package io.tiktoken.launcher.command;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.launcher.FakeShop;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The commands of a shop that is stopped. */
class CommandTests {

    @TempDir
    Path home;

    private FakeShop shop;

    @BeforeEach
    void open() throws Exception {
        shop = new FakeShop(home);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "frobnicate      | There is no command 'frobnicate'",
                "up --frob       | up does not know '--frob'",
                "logs -x         | logs does not know '-x'",
                "logs nothing    | There is no service 'nothing'; there are: auth-service catalog-service fx-service wallet-service order-service gateway",
                "admin-reset a b | admin-reset takes one username",
                "admin-reset --x | admin-reset does not know '--x'",
                "reset --frob    | reset does not know '--frob'"
            })
    void saysWhatItDoesNotKnow(String words, String sentence) throws Exception {
        var result = shop.run(words.split(" "));

        assertThat(result.exitCode()).isEqualTo(1);
        assertThat(result.err()).isEqualTo(sentence + " (./tiktoken help lists what there is)\n");
        assertThat(result.out()).isEmpty();
    }

    @Test
    void helps() throws Exception {
        var help = shop.run("help");

        assertThat(help.exitCode()).isZero();
        assertThat(help.out())
                .startsWith("TikToken: a wallet and a shop")
                .contains("./tiktoken admin-reset [username]");
        assertThat(shop.run()).isEqualTo(help);
        assertThat(shop.run("--help")).isEqualTo(help);
    }

    @Test
    void nothingRunsAndThereIsNoLog() throws Exception {
        var status = shop.run("status");

        assertThat(status.exitCode()).isEqualTo(1);
        assertThat(status.out())
                .startsWith(
                        "service          state       port  process     memory        age\nauth-service     stopped\n")
                .endsWith("0 MB together; http://localhost:%d\n".formatted(8080 + shop.offset()));
        assertThat(shop.run("down").out()).isEqualTo("TikToken is stopped.\n");
        assertThat(shop.run("logs").err()).isEqualTo("There is no log yet in %s/logs.\n".formatted(shop.data()));
    }

    @Test
    void printsTheSecretsForCompose() throws Exception {
        var printed = shop.run("secrets").out();

        assertThat(printed.lines())
                .hasSize(6)
                .allMatch(line -> line.matches("TIKTOKEN_[A-Z_]+=[A-Za-z0-9+/]{43}="))
                .contains("TIKTOKEN_PIN_PEPPER="
                        + shop.lines("secrets/TIKTOKEN_PIN_PEPPER").getFirst());
    }

    @Test
    void resetsAnAdministrator() throws Exception {
        assertThat(shop.run("admin-reset").err())
                .isEqualTo("There is no administrator in %s yet; ./tiktoken up makes the first one.\n"
                        .formatted(shop.data()));
        for (var file : new String[] {"secrets", "logs", "run"}) {
            Files.createDirectory(shop.data().resolve(file));
        }
        shop.run("secrets");
        shop.make("auth.db");

        var reset = shop.run("admin-reset", "carol");

        assertThat(reset.exitCode()).isZero();
        assertThat(reset.err()).isEqualTo("The new password is here:\n");
        assertThat(reset.out()).startsWith("  carol/new-password\nKeep it in a safe place, then delete ");
        assertThat(shop.lines("builds")).containsExactly("auth-service");
        var refused = shop.run("admin-reset", "nobody");
        assertThat(refused.exitCode()).isEqualTo(1);
        assertThat(refused.err()).endsWith("nothing was changed.\n");
        var broken = shop.run("admin-reset", "broken");
        assertThat(broken.exitCode()).isEqualTo(1);
        assertThat(broken.err()).contains("  | The reset broke in the middle.\n", "No administrator was reset.\n");
    }

    @Test
    void resetDeletesWhatTheShopMadeAndNothingElse() throws Exception {
        shop.run("secrets");
        for (var file : new String[] {"auth.db", "fx.db-wal", "order.db.created", "demo-customers.txt", "mine.txt"}) {
            shop.make(file);
        }

        var unsure = shop.run("reset");
        assertThat(unsure.exitCode()).isEqualTo(1);
        assertThat(unsure.out())
                .isEqualTo("This deletes all customers, orders, money and secrets in %s.\nType \"yes\" to do it: "
                        .formatted(shop.data()));
        assertThat(unsure.err()).isEqualTo("Nothing was deleted.\n");
        assertThat(shop.data().resolve("auth.db")).exists();

        assertThat(shop.run("reset", "--yes").exitCode()).isZero();
        try (var left = Files.list(shop.data())) {
            assertThat(left).containsExactly(shop.data().resolve("mine.txt"));
        }
        Files.delete(shop.data().resolve("mine.txt"));
        shop.run("reset", "--yes");
        assertThat(shop.data()).doesNotExist();
    }

    @Test
    void saysThatItCannotWrite() throws Exception {
        Files.createFile(home.resolve("file"));

        var up =
                shop.with("TIKTOKEN_DATA", home.resolve("file/data").toString()).run("up");

        assertThat(up.exitCode()).isEqualTo(1);
        assertThat(up.err()).startsWith("Cannot write to %s/file/data: choose another folder".formatted(home));
    }
}
