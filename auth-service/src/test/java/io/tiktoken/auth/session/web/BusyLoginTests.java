package io.tiktoken.auth.session.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.AuthServiceTest;
import io.tiktoken.auth.Caller;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.context.TestPropertySource;

@AuthServiceTest
@TestPropertySource(properties = {"tiktoken.password.concurrent-hashes=1", "tiktoken.password.longest-wait=0s"})
class BusyLoginTests {

    @Autowired
    Caller caller;

    @Test
    void whoGetsNoTurnIsAskedToComeBack() throws Exception {
        var logins = IntStream.range(0, 16)
                .<Callable<MockHttpServletResponse>>mapToObj(i -> () ->
                        caller.logIn("nobody-here" + i, "not the password").getResponse())
                .toList();

        try (var crowd = Executors.newVirtualThreadPerTaskExecutor()) {
            var answers = crowd.invokeAll(logins).stream()
                    .map(answer -> answer.resultNow())
                    .toList();

            assertThat(answers)
                    .extracting(MockHttpServletResponse::getStatus)
                    .contains(401, 503)
                    .containsOnly(401, 503);
            assertThat(answers)
                    .filteredOn(answer -> answer.getStatus() == 503)
                    .allSatisfy(answer -> assertThat(answer.getHeader(HttpHeaders.RETRY_AFTER))
                            .isEqualTo("1"));
        }
    }
}
