package io.tiktoken.auth.registration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.People;
import io.tiktoken.auth.VerbTest;
import io.tiktoken.auth.registration.RegisterUser.Outcome;
import io.tiktoken.auth.shownonce.Keep;
import io.tiktoken.auth.user.DisplayName;
import io.tiktoken.auth.user.Role;
import io.tiktoken.auth.user.Username;
import io.tiktoken.auth.user.Users;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@VerbTest
class RegisterUserTests {

    @Autowired
    RegisterUser registerUser;

    @Autowired
    Users users;

    @Autowired
    JdbcClient jdbc;

    @Test
    void whoRegistersIsACustomer() {
        var name = People.newName();

        var registered = (Outcome.Registered) register(name, People.PASSWORD);

        assertThat(users.byName(name)).hasValue(registered.user());
        assertThat(registered.user().roles()).containsExactly(Role.CUSTOMER);
    }

    @Test
    void aUsernameBelongsToOnePerson() {
        var name = People.newName();
        register(name, People.PASSWORD);

        assertThat(register(name, "another good password")).isEqualTo(new Outcome.UsernameTaken());
    }

    @Test
    void ofManyWhoWantOneNameAtOnceOneGetsIt() throws Exception {
        var name = People.newName();
        var wishes = IntStream.range(0, 6)
                .<Callable<Outcome>>mapToObj(_ -> () -> register(name, People.PASSWORD))
                .toList();

        try (var everybody = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = everybody.invokeAll(wishes).stream().map(answer -> answer.resultNow());

            assertThat(answers.filter(Outcome.Registered.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void theAdministratorsNameIsTakenFromTheBeginning() {
        assertThat(register(new Username("admin"), People.PASSWORD)).isEqualTo(new Outcome.UsernameTaken());
    }

    @Test
    void aPasswordThatEverybodyTriesFirstIsRefused() {
        assertThat(register(People.newName(), "password123")).isEqualTo(new Outcome.PasswordTooCommon());
    }

    @Test
    void nothingThatIsStoredOpensAnything() {
        var name = People.newName();
        var registered = (Outcome.Registered) register(name, People.PASSWORD);

        var stored = jdbc.sql("SELECT * FROM users u JOIN pins p ON p.user_id = u.id WHERE u.username = ?")
                .param(name.value())
                .query()
                .singleRow();

        assertThat(stored.get("password_hash").toString())
                .startsWith("{argon2}$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(People.PASSWORD);
        assertThat(stored.toString())
                .doesNotContain(registered.pin().digits())
                .doesNotContain(registered.recoveryCode().text());
    }

    private Outcome register(Username name, String password) {
        return registerUser.register(
                new RegisterUser.Request(name, password, new DisplayName("Alice")), People.CALLER, Keep.nothing());
    }
}
