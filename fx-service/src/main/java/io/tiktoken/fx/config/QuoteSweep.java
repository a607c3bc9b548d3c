package io.tiktoken.fx.config;

import io.tiktoken.fx.quote.ForgetQuotes;
import java.util.concurrent.TimeUnit;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Lets old unused quotes be forgotten. */
@Component
class QuoteSweep {

    private final ForgetQuotes forgetQuotes;

    QuoteSweep(ForgetQuotes forgetQuotes) {
        this.forgetQuotes = forgetQuotes;
    }

    @Scheduled(initialDelay = 10, fixedDelay = 10, timeUnit = TimeUnit.MINUTES)
    void sweep() {
        forgetQuotes.sweep();
    }
}
