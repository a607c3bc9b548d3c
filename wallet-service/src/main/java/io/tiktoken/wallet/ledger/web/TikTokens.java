package io.tiktoken.wallet.ledger.web;

import io.tiktoken.defaults.money.Currency;
import io.tiktoken.defaults.money.Money;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** An amount to pay: more than nothing, in TikTokens; or, where it says so, less than nothing. */
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.RECORD_COMPONENT})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = TikTokens.Check.class)
public @interface TikTokens {

    String message() default "must be more than zero, in TTK";

    boolean mayBeNegative() default false;

    Class<?>[] groups() default {};

    Class<? extends Payload>[] payload() default {};

    /** Judges an amount; {@code @NotNull} judges its absence. */
    final class Check implements ConstraintValidator<TikTokens, Money> {

        private boolean mayBeNegative;

        @Override
        public void initialize(TikTokens asked) {
            mayBeNegative = asked.mayBeNegative();
        }

        @Override
        public boolean isValid(@Nullable Money amount, ConstraintValidatorContext context) {
            return amount == null
                    || ((amount.isPositive() || (mayBeNegative && amount.isNegative()))
                            && amount.currency().equals(Currency.TTK));
        }
    }
}
