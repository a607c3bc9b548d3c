package io.tiktoken.auth.administration;

import static java.util.stream.Collectors.toSet;

import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.decision.Signatories;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who administers. A <em>holder</em> has the role, and counts for a while after being suspended. An <em>able</em> one
 * could act right now: has the role, is not suspended, and has a second factor; the view of that name says it once. Asked
 * inside the write that depends on it.
 */
@Repository
public class Administrators {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final DecisionSettings settings;

    Administrators(JdbcClient jdbc, Clock clock, DecisionSettings settings) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.settings = settings;
    }

    /** All of them, as of now. */
    @Transactional(readOnly = true)
    public Signatories now() {
        var able = jdbc.sql("SELECT id FROM able_administrators").query(UUID.class).stream()
                .map(Objects::requireNonNull)
                .collect(toSet());
        return new Signatories(able, holders());
    }

    boolean includeAble(UserId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM able_administrators WHERE id = ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    /** Whether anybody could still administer without this one. */
    public boolean includeAbleBesides(UserId id) {
        return jdbc.sql("SELECT EXISTS (SELECT 1 FROM able_administrators WHERE id <> ?)")
                .param(id)
                .query(Boolean.class)
                .single();
    }

    private int holders() {
        return jdbc.sql("""
                        SELECT count(*) FROM users
                        WHERE administrator = 1 AND (suspended_at IS NULL OR suspended_at > ?)""")
                .param(clock.instant().minus(settings.suspendedCount()).toEpochMilli())
                .query(Integer.class)
                .single();
    }
}
