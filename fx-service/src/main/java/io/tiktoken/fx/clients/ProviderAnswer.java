package io.tiktoken.fx.clients;

import io.tiktoken.fx.rate.Offer;
import io.tiktoken.fx.rate.Source;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What both endpoints say, each in words of its own. Any part may be missing: they are somebody else's. */
interface ProviderAnswer {

    @Nullable
    String result();

    @Nullable
    String errorType();

    @Nullable
    Long lastUpdate();

    @Nullable
    Long nextUpdate();

    @Nullable
    String base();

    @Nullable
    Map<String, @Nullable BigDecimal> rates();

    /**
     * The table that the answer contains.
     *
     * @throws UnusableAnswerException when it says that it is an error, or is not what was agreed on
     */
    default Offer toOffer(Source source) {
        if (!"success".equals(result())) {
            throw new UnusableAnswerException("it refused: " + ErrorType.of(errorType()));
        }
        try {
            return new Offer(
                    source,
                    present(base()),
                    Instant.ofEpochSecond(present(lastUpdate())),
                    Instant.ofEpochSecond(present(nextUpdate())),
                    complete(present(rates())));
        } catch (DateTimeException beyondAllTime) {
            throw new UnusableAnswerException("it is from a time that there is not");
        }
    }

    private static Map<String, BigDecimal> complete(Map<String, @Nullable BigDecimal> rates) {
        var complete = new HashMap<String, BigDecimal>();
        rates.forEach((code, rate) -> complete.put(code, present(rate)));
        return complete;
    }

    private static <T> T present(@Nullable T part) {
        if (part == null) {
            throw new UnusableAnswerException("it left something out that belongs to a table of rates");
        }
        return part;
    }
}
