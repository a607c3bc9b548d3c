package io.tiktoken.defaults.testing;

import static io.tiktoken.defaults.testing.ArchitectureRules.NO_FLOATING_POINT_AMOUNTS;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.micrometer.core.instrument.DistributionSummary;
import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way to measure money instead of counting it is noticed. */
class ArchitectureRulesTests {

    @Test
    void nothingSharedMeasures() {
        NO_FLOATING_POINT_AMOUNTS.check(ArchitectureRules.mainClasses("io.tiktoken.defaults"));
    }

    @ParameterizedTest
    @ValueSource(
            classes = {
                Holds.class,
                HoldsBoxed.class,
                HoldsMany.class,
                HoldsAList.class,
                HoldsInARecord.class,
                Takes.class,
                TakesBoxed.class,
                GivesBack.class,
                GivesBackBoxed.class,
                AsksForOne.class,
                AsksByReference.class,
                MakesAnAmountOfOne.class,
                Parses.class,
                RoundsInPassing.class,
                Converts.class,
                Draws.class,
                RecordsAShare.class,
                ReadsARecord.class
            })
    void noticesWhoever(Class<?> offender) {
        assertThat(NO_FLOATING_POINT_AMOUNTS
                        .evaluate(new ClassFileImporter().importClasses(offender))
                        .hasViolation())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(classes = {Counts.class, Records.class})
    void leavesAlone(Class<?> exact) {
        assertThat(NO_FLOATING_POINT_AMOUNTS
                        .evaluate(new ClassFileImporter().importClasses(exact))
                        .hasViolation())
                .isFalse();
    }

    static class Holds {
        float amount;
    }

    static class HoldsBoxed {
        Double amount;
    }

    static class HoldsMany {
        double[][] amounts;
    }

    static class HoldsAList {
        List<Float> amounts;
    }

    record HoldsInARecord(double amount) {}

    static class Takes {
        void pay(double amount) {}
    }

    static class TakesBoxed {
        void pay(Float amount) {}
    }

    abstract static class GivesBack {
        abstract float amount();
    }

    abstract static class GivesBackBoxed {
        abstract Double amount();
    }

    static class AsksForOne {
        Object inexact(BigDecimal exact) {
            return exact.doubleValue();
        }
    }

    static class AsksByReference {
        Function<BigDecimal, Object> inexact = BigDecimal::doubleValue;
    }

    static class MakesAnAmountOfOne {
        BigDecimal amount = new BigDecimal(0.1);
    }

    static class Parses {
        Object amount(String typed) {
            return Double.valueOf(typed);
        }
    }

    static class RoundsInPassing {
        long half(long amount) {
            return Math.round(amount * 0.5);
        }
    }

    static class Converts {
        long share(long amount, long of) {
            var part = (float) amount / of;
            return (long) part;
        }
    }

    static class Draws {
        long amount(Random chance) {
            return (long) chance.nextDouble();
        }
    }

    static class RecordsAShare {
        void record(DistributionSummary amounts, long amount) {
            amounts.record(amount * 0.5);
        }
    }

    static class ReadsARecord {
        long amount(DistributionSummary amounts) {
            return (long) amounts.max();
        }
    }

    static class Records {
        void record(DistributionSummary sizes, List<String> batch) {
            sizes.record(batch.size());
        }
    }

    static class Counts {
        long fee(long amount, BigDecimal rate) {
            return rate.multiply(BigDecimal.valueOf(amount)).longValueExact() / 2 + (int) amount;
        }
    }
}
