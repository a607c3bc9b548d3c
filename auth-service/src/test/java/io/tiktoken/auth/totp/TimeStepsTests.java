package io.tiktoken.auth.totp;

import static io.tiktoken.auth.totp.SeedTests.OF_THE_RFC;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimeStepsTests {

    static final long STEP = 41_152_263;

    @ParameterizedTest(name = "the clock of the phone is {0} ms off: believed is {1}")
    @CsvSource({
        "0, true",
        "29999, true",
        "30000, true",
        "59999, true",
        "60000, false",
        "-1, true",
        "-30000, true",
        "-30001, false",
        "-60000, false"
    })
    void aClockMayBeOneStepOffAndNoMore(long millisAfterTheStepBegan, boolean believed) {
        var code = new Otp.Code(OF_THE_RFC.codeAt(STEP));
        var now = Instant.ofEpochSecond(STEP * TimeSteps.SECONDS).plusMillis(millisAfterTheStepBegan);

        var step = TimeSteps.of(code, OF_THE_RFC, now);

        assertThat(step.isPresent()).isEqualTo(believed);
        step.ifPresent(found -> assertThat(found).isEqualTo(STEP));
    }
}
