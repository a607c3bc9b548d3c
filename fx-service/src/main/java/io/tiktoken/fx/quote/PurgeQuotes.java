package io.tiktoken.fx.quote;

import io.tiktoken.defaults.database.Purge;
import org.springframework.stereotype.Service;

/** Deletes quotes that expired long ago and that nobody used; those that were used are kept. */
@Service
public class PurgeQuotes {

    private final Purge purge;
    private final Quotes quotes;
    private final QuoteSettings settings;

    PurgeQuotes(Purge purge, Quotes quotes, QuoteSettings settings) {
        this.purge = purge;
        this.quotes = quotes;
        this.settings = settings;
    }

    /** Answers how many are gone. */
    public long purge() {
        return purge.of("quotes that nobody used", settings.keptFor(), quotes::deleteUnusedExpiredBefore);
    }
}
