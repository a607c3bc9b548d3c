package io.tiktoken.auth.audit;

import io.tiktoken.defaults.paging.Page;
import io.tiktoken.defaults.paging.PageQuery;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.StringJoiner;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Reads what {@link SecurityEvents} has recorded. */
@Repository
public class Audit {

    private final JdbcClient jdbc;

    Audit(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public Page<SecurityEvent> search(AuditFilter filter, PageQuery page) {
        var search = new Search(filter, page);
        var rows = jdbc.sql(search.sql()).params(search.parameters()).query(SecurityEvent.class).stream()
                .map(Objects::requireNonNull)
                .toList();
        return Page.of(rows, page, SecurityEvent::id);
    }

    /** A filter and a page, as the database is asked for them: in the order of ids, which is the order of the indexes. */
    static final class Search {

        /** An id is made moments before the time of its event is taken. */
        private static final Duration MARGIN = Duration.ofMinutes(1);

        private final StringJoiner where = new StringJoiner(" AND ", "WHERE ", "").setEmptyValue("");
        private final Map<String, Object> parameters = new HashMap<>();

        Search(AuditFilter filter, PageQuery page) {
            parameters.put("rows", page.rowsToRead());
            if (page.before() != null) {
                narrow("e.id < :before", "before", page.before());
            }
            if (filter.actor() != null) {
                narrow("e.actor = :actor", "actor", filter.actor());
            }
            if (filter.subject() != null) {
                narrow("e.subject = :subject", "subject", filter.subject());
            }
            if (filter.kind() != null) {
                narrow("e.kind = :kind", "kind", filter.kind());
            }
            if (filter.from() != null) {
                narrow("e.at >= :from", "from", filter.from().toEpochMilli());
                narrow("e.id >= :first", "first", firstIdAt(filter.from().minus(MARGIN)));
            }
            if (filter.to() != null) {
                narrow("e.at < :to", "to", filter.to().toEpochMilli());
                narrow("e.id < :end", "end", firstIdAt(filter.to().plus(MARGIN)));
            }
        }

        String sql() {
            return """
                    SELECT e.id, e.at, e.kind, e.result, e.actor, actors.username AS actor_name,
                           e.subject, subjects.username AS subject_name, e.address, e.detail
                    FROM security_events e
                    LEFT JOIN users actors ON actors.id = e.actor
                    LEFT JOIN users subjects ON subjects.id = e.subject
                    %s ORDER BY e.id DESC LIMIT :rows""".formatted(where);
        }

        Map<String, Object> parameters() {
            return parameters;
        }

        private void narrow(String condition, String name, Object value) {
            where.add(condition);
            parameters.put(name, value);
        }

        /** An id begins with the time of its making, so a time also names a place in the list. */
        private static String firstIdAt(Instant time) {
            var millis = Math.clamp(time.toEpochMilli(), 0, (1L << 48) - 1);
            return "%08x-%04x".formatted(millis >>> 16, millis & 0xFFFF);
        }
    }
}
