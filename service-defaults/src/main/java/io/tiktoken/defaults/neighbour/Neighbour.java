package io.tiktoken.defaults.neighbour;

import feign.FeignException;
import feign.RetryableException;
import feign.codec.DecodeException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One neighbour, and what to make of its answers. Nothing is ever repeated here: its callers do that, or nobody. */
public final class Neighbour {

    /** Neither a whole address nor a whole answer belongs into a log. */
    private static final int LONGEST_REASON = 160;

    private final String name;
    private final CircuitBreaker breaker;
    private final JsonMapper json;

    Neighbour(String name, CircuitBreaker breaker, JsonMapper json) {
        this.name = name;
        this.breaker = breaker;
        this.json = json;
    }

    /**
     * Makes a call that is answered with a body; without one, nothing is certain.
     *
     * @param call of a Feign client
     */
    public <T> Answer<T> ask(Contract contract, Supplier<? extends @Nullable T> call) {
        try {
            var value = breaker.executeSupplier(call::get);
            return value == null ? noAnswer("an empty body") : new Answer.Yes<>(value);
        } catch (RetryableException | DecodeException | CallNotPermittedException failure) {
            return noAnswer(failure.toString());
        } catch (FeignException refusal) {
            return contract.judge(refusal.status(), codeIn(refusal), name);
        }
    }

    /** Makes a call that is answered with its success alone. */
    public Answer<Answer.Done> tell(Contract contract, Runnable call) {
        return ask(contract, () -> {
            call.run();
            return Answer.Done.DONE;
        });
    }

    private <T> Answer<T> noAnswer(String why) {
        return new Answer.NoAnswer<>(inShort(why) + " by " + name);
    }

    private String codeIn(FeignException refusal) {
        try {
            return inShort(json.readTree(refusal.contentUTF8()).path("code").asString("without a code"));
        } catch (JacksonException noProblemDocument) {
            return "without a code";
        }
    }

    private static String inShort(String words) {
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + "…";
    }
}
