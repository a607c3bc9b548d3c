package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import io.tiktoken.auth.People;
import io.tiktoken.defaults.database.SingleWriter;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

/** Two hundred people log in at once, with the real hashing and the settings as they are delivered. */
@AuthServiceTest
class CrowdedLoginTests {

    static final int CROWD = 200;

    @MockitoSpyBean
    PasswordEncoder encoder;

    @Autowired
    Caller caller;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SingleWriter writer;

    @Test
    void twoAtATimeAreServedAndTheRestAreAskedToComeBack() throws Exception {
        var names = peopleWithThePasswordOf(caller.register());
        var mostAtOnce = countComparisons();

        // As the web server has them: virtual threads would hash without ever making room for the others.
        try (var crowd = Executors.newFixedThreadPool(CROWD)) {
            var logins = names.stream()
                    .<Callable<MockHttpServletResponse>>map(
                            name -> () -> caller.logIn(name, People.PASSWORD).getResponse())
                    .toList();
            var answers = crowd.invokeAll(logins).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers)
                    .extracting(MockHttpServletResponse::getStatus)
                    .contains(200)
                    .isSubsetOf(200, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.getStatus() == 503)
                    .allSatisfy(answer -> assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("1"));
        }
        assertThat(mostAtOnce).hasValue(2); // Of 19 MiB each: more would be as many more in memory.
    }

    private List<String> peopleWithThePasswordOf(Caller.Registered alice) {
        var names = IntStream.range(0, CROWD).mapToObj(i -> "crowd-" + i).toList();
        writer.run(() -> names.forEach(name -> jdbc.sql("""
                        INSERT INTO users (id, username, display_name, password_hash, recovery_code_hash,
                                           administrator, created_at)
                        SELECT ?, ?, display_name, password_hash, recovery_code_hash, 0, created_at
                        FROM users WHERE id = ?""")
                .params(UUID.randomUUID().toString(), name, alice.id())
                .update()));
        return names;
    }

    private AtomicInteger countComparisons() {
        var now = new AtomicInteger();
        var most = new AtomicInteger();
        doAnswer(comparison -> {
                    most.accumulateAndGet(now.incrementAndGet(), Math::max);
                    try {
                        return comparison.callRealMethod();
                    } finally {
                        now.decrementAndGet();
                    }
                })
                .when(encoder)
                .matches(any(), any());
        return most;
    }
}
