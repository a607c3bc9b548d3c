package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.LoneAttacker.Honest;
import io.tiktoken.auth.renewal.EndsNothing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** Nothing that one administrator does alone, in any order, gives them power or money, or takes power from another. */
@AdministrationTest
@Import({LoneAttacker.class, EndsNothing.class})
class LoneAttackerTests {

    @Autowired
    LoneAttacker attacker;

    @ParameterizedTest
    @EnumSource(Honest.class)
    void getsNowhereInFiveSteps(Honest honest) {
        var findings = attacker.search(honest, 5);

        assertThat(findings.harm()).isEmpty();
        assertThat(findings.situations()).as("different situations").isGreaterThan(100);
    }
}
