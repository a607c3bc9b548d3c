package io.tiktoken.defaults.runtime;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The most series that one meter may have. Every tag has few values by its own construction; should one that does not
 * ever slip in, its meter stops growing here, and the others go on.
 */
public final class SeriesLimitFilter implements MeterFilter {

    private static final Logger log = LoggerFactory.getLogger(SeriesLimitFilter.class);

    private final int most;
    private final Map<String, Set<Meter.Id>> known = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();

    public SeriesLimitFilter(int most) {
        this.most = most;
    }

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        var series = known.computeIfAbsent(id.getName(), _ -> ConcurrentHashMap.newKeySet());
        if (series.contains(id) || admits(series, id)) {
            return MeterFilterReply.NEUTRAL;
        }
        if (full.add(id.getName())) {
            log.warn("{} has {} series and gets no more: one of its tags has too many values", id.getName(), most);
        }
        return MeterFilterReply.DENY;
    }

    private boolean admits(Set<Meter.Id> series, Meter.Id id) {
        synchronized (series) {
            return series.size() < most && series.add(id);
        }
    }
}
