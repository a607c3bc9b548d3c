package io.tiktoken.auth.administration;

import static org.assertj.core.api.Assertions.assertThat;

import io.tiktoken.auth.administration.LoneAttacker.Honest;
import io.tiktoken.auth.renewal.EndsNothing;
import io.tiktoken.defaults.decision.Signatories;
import java.time.Clock;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The search of {@link LoneAttackerTests} finds a hole where there is one: when only those who are able are counted. */
@AdministrationTest
@Import({LoneAttacker.class, EndsNothing.class, PlantedRuleTests.Planted.class})
class PlantedRuleTests {

    /** Counts only those who are able, as it was once. */
    static class CountingTheAbleOnly extends Administrators {

        CountingTheAbleOnly(JdbcClient jdbc, Clock clock, DecisionSettings settings) {
            super(jdbc, clock, settings);
        }

        @Override
        public Signatories now() {
            var able = super.now().able();
            return new Signatories(able, able.size());
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Planted {

        @Bean
        @Primary
        CountingTheAbleOnly countingTheAbleOnly(JdbcClient jdbc, Clock clock, DecisionSettings settings) {
            return new CountingTheAbleOnly(jdbc, clock, settings);
        }
    }

    @Autowired
    LoneAttacker attacker;

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "ABLE")
    void whoIsTheLastAbleOneDecidesAlone(Honest honest) {
        assertThat(attacker.search(honest, 5).harm()).isPresent();
    }
}
