package io.tiktoken.order.clients;

import feign.FeignException;
import feign.RetryableException;
import feign.codec.DecodeException;
import io.github.resilience4j.circuitbreaker.CallNotPermittedException;
import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import io.tiktoken.order.purchase.Answer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** One of our neighbours, and what to make of its answers. Nothing is ever repeated here: the saga does that. */
class Neighbour {

    private static final int LONGEST_REASON = 160;

    private final String name;
    private final CircuitBreaker breaker;
    private final JsonMapper json;

    Neighbour(String name, CircuitBreaker breaker, JsonMapper json) {
        this.name = name;
        this.breaker = breaker;
        this.json = json;
    }

    /** Tells the neighbour to do something. */
    Answer tell(Contract contract, Runnable command) {
        return tell(contract, () -> {
            command.run();
            return true;
        });
    }

    /** Tells the neighbour to do something that it answers with a body; without one, nothing is certain. */
    Answer tell(Contract contract, Supplier<? extends @Nullable Object> command) {
        try {
            return ask(command) == null ? unknown("an empty body") : new Answer.Yes();
        } catch (RetryableException | DecodeException | CallNotPermittedException noAnswer) {
            return unknown(inShort(noAnswer));
        } catch (FeignException refusal) {
            return judge(contract, refusal.status(), codeIn(refusal));
        }
    }

    /** Asks the neighbour for something, through the circuit breaker and otherwise as it is. */
    <T extends @Nullable Object> T ask(Supplier<T> question) {
        return breaker.executeSupplier(question);
    }

    private Answer judge(Contract contract, int status, String code) {
        var what = "%d %s by %s".formatted(status, code, name);
        if (contract.lists(status, code)) {
            return new Answer.No(code);
        }
        return saysNothingAboutTheCommand(status) ? new Answer.Unknown(what) : new Answer.Unexpected(what);
    }

    /** Not let in, too busy, or broken; or a success that broke off while it was read. */
    private static boolean saysNothingAboutTheCommand(int status) {
        return switch (status) {
            case 401, 403, 408, 425, 429 -> true;
            default -> status >= 500 || status < 300;
        };
    }

    private String codeIn(FeignException refusal) {
        try {
            return json.readTree(refusal.contentUTF8()).path("code").asString("without a code");
        } catch (JacksonException noProblemDocument) {
            return "without a code";
        }
    }

    /** For the log, where neither a whole address nor a whole answer belongs. */
    static String inShort(RuntimeException failure) {
        var words = failure.toString();
        return words.length() <= LONGEST_REASON ? words : words.substring(0, LONGEST_REASON) + "…";
    }

    private Answer unknown(String why) {
        return new Answer.Unknown(why + " by " + name);
    }
}
