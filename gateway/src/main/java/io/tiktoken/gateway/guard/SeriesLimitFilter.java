package io.tiktoken.gateway.guard;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.config.MeterFilterReply;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * The most series that one meter may have. {@link PlainHttp} leaves no client a tag's value to invent; should one ever
 * slip in, its meter stops growing here, and the others go on.
 */
@Component
class SeriesLimitFilter implements MeterFilter {

    /** More than twice what the busiest meter has: requests, by route, method and status. */
    private static final int MOST = 1_000;

    private static final Logger log = LoggerFactory.getLogger(SeriesLimitFilter.class);

    private final Map<String, Set<Meter.Id>> known = new ConcurrentHashMap<>();
    private final Set<String> full = ConcurrentHashMap.newKeySet();

    @Override
    public MeterFilterReply accept(Meter.Id id) {
        var series = known.computeIfAbsent(id.getName(), _ -> ConcurrentHashMap.newKeySet());
        if (series.contains(id) || admits(series, id)) {
            return MeterFilterReply.NEUTRAL;
        }
        if (full.add(id.getName())) {
            log.warn("{} has {} series and gets no more: one of its tags has too many values", id.getName(), MOST);
        }
        return MeterFilterReply.DENY;
    }

    private static boolean admits(Set<Meter.Id> series, Meter.Id id) {
        synchronized (series) {
            return series.size() < MOST && series.add(id);
        }
    }
}
