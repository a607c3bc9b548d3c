package io.tiktoken.fx.rate;

import io.tiktoken.defaults.database.SingleWriter;
import io.tiktoken.fx.rate.JudgeOffer.Verdict;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * Asks the providers, one after the other, until one has a table that can be believed, and plans when to
 * ask again. If none has, the last good table goes on serving. Runs in the background only.
 */
@Service
public class RefreshRates {

    /** What one round of asking led to. */
    public enum Outcome {
        RENEWED,
        UNCHANGED,
        UNCONFIRMED,
        NOTHING_USABLE
    }

    private static final Logger log = LoggerFactory.getLogger(RefreshRates.class);

    private final RateProviders providers;
    private final JudgeOffer judgeOffer;
    private final RateTables tables;
    private final RateSettings settings;
    private final FetchTimetable timetable;
    private final SingleWriter writer;
    private final Clock clock;

    RefreshRates(
            RateProviders providers,
            JudgeOffer judgeOffer,
            RateTables tables,
            RateSettings settings,
            FetchTimetable timetable,
            SingleWriter writer,
            Clock clock) {
        this.providers = providers;
        this.judgeOffer = judgeOffer;
        this.tables = tables;
        this.settings = settings;
        this.timetable = timetable;
        this.writer = writer;
        this.clock = clock;
    }

    /** Plans the first round; from then on, each round plans the next. */
    public Instant begin() {
        return timetable.first(tables.latest());
    }

    public Outcome refresh() {
        var complaints = new ArrayList<String>();
        for (var provider : providers.inOrder()) {
            var verdict = ask(provider);
            if (verdict instanceof Verdict.Refused(var why)) {
                complaints.add("%s: %s".formatted(provider.source().label(), why));
            } else {
                return act(verdict);
            }
        }
        var next = timetable.afterFailure();
        log.warn(
                "No provider gave rates that can be used ({}); {}, and the providers are asked again at {}",
                String.join("; ", complaints),
                whatServes(),
                next);
        return Outcome.NOTHING_USABLE;
    }

    private Verdict ask(RateProvider provider) {
        return switch (provider.ask()) {
            case RateProvider.Answer.Offered(var offer) -> judgeOffer.judge(offer, tables.latest());
            case RateProvider.Answer.Nothing(var why) -> new Verdict.Refused(why);
        };
    }

    private Outcome act(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Believed(var table) -> {
                writer.run(() -> tables.add(table));
                var next = timetable.afterAnswer(table.nextUpdate());
                log.info("{} serves from now on; the providers are asked again at {}", table, next);
                yield Outcome.RENEWED;
            }
            case Verdict.Known(var nextUpdate) -> {
                var next = timetable.afterAnswer(nextUpdate);
                log.debug("The provider has nothing newer; it is asked again at {}", next);
                yield Outcome.UNCHANGED;
            }
            case Verdict.Unconfirmed(var what) -> {
                var next = timetable.forConfirmation(settings.confirmAfter());
                log.warn("{}, which a second fetch at {} has to confirm; until then {}", what, next, whatServes());
                yield Outcome.UNCONFIRMED;
            }
            case Verdict.Refused(var why) -> throw new IllegalStateException("Refused rates have no use: " + why);
        };
    }

    /** For the log: which table serves, if any may. */
    public String whatServes() {
        var now = clock.instant();
        return tables.latest().map(table -> table + howItServes(table, now)).orElse("no rates serve");
    }

    private String howItServes(RateTable table, Instant now) {
        if (!settings.mayServe(table, now)) {
            return " is too old to serve";
        }
        return settings.isStale(table, now) ? " serves, marked stale" : " serves";
    }
}
