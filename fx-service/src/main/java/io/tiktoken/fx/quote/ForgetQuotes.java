package io.tiktoken.fx.quote;

import io.tiktoken.defaults.database.SingleWriter;
import java.time.Clock;
import org.springframework.stereotype.Service;

/** Deletes quotes that expired long ago and that nobody used; those that were used are kept. */
@Service
public class ForgetQuotes {

    private final Quotes quotes;
    private final QuoteSettings settings;
    private final SingleWriter writer;
    private final Clock clock;

    ForgetQuotes(Quotes quotes, QuoteSettings settings, SingleWriter writer, Clock clock) {
        this.quotes = quotes;
        this.settings = settings;
        this.writer = writer;
        this.clock = clock;
    }

    /** One bounded batch; returns how many are gone. */
    public int sweep() {
        var border = clock.instant().minus(settings.keptFor());
        return writer.<Integer>write(() -> quotes.deleteUnusedExpiredBefore(border, settings.forgottenAtOnce()));
    }
}
