package io.tiktoken.auth.pin;

import io.tiktoken.auth.audit.Actor;
import io.tiktoken.auth.user.UserId;
import io.tiktoken.defaults.database.PurgeClock;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Whose PIN was wrong from where within the last hour, and where people's PINs were right. It is kept on the disk, because
 * a restart must not give anybody a fresh allowance; right PINs never count, however many people share an address.
 *
 * <p>Where somebody's PIN was right not long ago, nobody else's failures stop them. Elsewhere they share an allowance
 * with those like them: whose PIN has been right somewhere for a week, or of whom nothing like that is known. So accounts
 * made to fail stop only newcomers, and stolen sessions of old accounts are as bounded as before.
 */
@Repository
class PinFailures {

    private static final Duration WINDOW = Duration.ofHours(1);

    /** How long a right PIN is remembered. */
    private static final Duration MEMORY = Duration.ofDays(90);

    /** For how long at least a PIN must have been right somewhere, for its account to count as known elsewhere. */
    private static final Duration PROBATION = Duration.ofDays(7);

    /** A place is noted anew once a day, so that an approval seldom writes more than before. */
    private static final Duration NOTED_EVERY = Duration.ofDays(1);

    /** Telephones come from a new address every day. */
    private static final int MOST_PLACES = 100;

    private static final int NETWORK_BYTES = 8;

    private final JdbcClient jdbc;
    private final PinSettings settings;
    private final Clock clock;
    private final PurgeClock purgeClock;

    PinFailures(JdbcClient jdbc, PinSettings settings, Clock clock, PurgeClock purgeClock) {
        this.jdbc = jdbc;
        this.settings = settings;
        this.clock = clock;
        this.purgeClock = purgeClock;
    }

    /** How long this account's PIN is not looked at from there; one that failed there already has its own five tries. */
    @Transactional(readOnly = true)
    public Optional<Duration> waitFor(UserId user, Actor by) {
        if (by.address() == null || hasPlaceOrTriesAt(networkOf(by.address()), user)) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT at FROM pin_failures WHERE address = :network AND at > :anHourAgo AND known = :known
                        ORDER BY at DESC LIMIT 1 OFFSET :most - 1""")
                .param("network", networkOf(by.address()))
                .param("anHourAgo", before(WINDOW))
                .param("known", isKnown(user))
                .param("most", settings.failingAccountsPerAddress())
                .query(Long.class)
                .optional()
                .map(oldestThatCounts -> Duration.ofMillis(oldestThatCounts - before(WINDOW)));
    }

    /** A wrong PIN; called inside a write. */
    void note(UserId user, Actor by) {
        if (by.address() == null) {
            return;
        }
        jdbc.sql("DELETE FROM pin_failures WHERE at <= ?")
                .param(longPast(WINDOW))
                .update();
        jdbc.sql("""
                        INSERT INTO pin_failures (address, user_id, at, known) VALUES (?, ?, ?, ?)
                        ON CONFLICT (address, user_id) DO UPDATE SET at = excluded.at, known = excluded.known""")
                .params(networkOf(by.address()), user, clock.millis(), isKnown(user))
                .update();
    }

    /** A right PIN; called inside a write. */
    void noteRight(UserId user, Actor by) {
        if (by.address() == null) {
            return;
        }
        var noted = jdbc.sql("""
                        INSERT INTO pin_places (user_id, address, since, at) VALUES (:user, :network, :now, :now)
                        ON CONFLICT (user_id, address) DO UPDATE SET at = excluded.at,
                            since = CASE WHEN pin_places.at > :remembered THEN pin_places.since ELSE excluded.since END
                        WHERE pin_places.at <= :due""")
                .param("user", user)
                .param("network", networkOf(by.address()))
                .param("now", clock.millis())
                .param("remembered", before(MEMORY))
                .param("due", before(NOTED_EVERY))
                .update();
        if (noted == 1) {
            forgetOldPlacesOf(user);
        }
    }

    private void forgetOldPlacesOf(UserId user) {
        jdbc.sql("""
                        DELETE FROM pin_places WHERE user_id = :user AND (at <= :remembered OR address NOT IN (
                            SELECT address FROM pin_places WHERE user_id = :user ORDER BY at DESC, address LIMIT :most))""")
                .param("user", user)
                .param("remembered", longPast(MEMORY))
                .param("most", MOST_PLACES)
                .update();
    }

    private boolean hasPlaceOrTriesAt(String network, UserId user) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM pin_places
                                       WHERE user_id = :user AND address = :network AND at > :remembered)
                            OR EXISTS (SELECT 1 FROM pin_failures
                                       WHERE user_id = :user AND address = :network AND at > :anHourAgo)""")
                .param("user", user)
                .param("network", network)
                .param("remembered", before(MEMORY))
                .param("anHourAgo", before(WINDOW))
                .query(Boolean.class)
                .single();
    }

    private boolean isKnown(UserId user) {
        return jdbc.sql("""
                        SELECT EXISTS (SELECT 1 FROM pin_places
                                       WHERE user_id = :user AND since <= :longAgo AND at > :remembered)""")
                .param("user", user)
                .param("longAgo", before(PROBATION))
                .param("remembered", before(MEMORY))
                .query(Boolean.class)
                .single();
    }

    private long before(Duration past) {
        return clock.instant().minus(past).toEpochMilli();
    }

    /** What may be deleted, even if the system's clock is wrong. */
    private long longPast(Duration past) {
        return purgeClock.instant().minus(past).toEpochMilli();
    }

    /** An IPv6 address without its second half, which every household may choose as it likes. */
    static String networkOf(String address) {
        try {
            return InetAddress.ofLiteral(address) instanceof Inet6Address six
                    ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
                    : address;
        } catch (IllegalArgumentException notAnAddress) {
            return address;
        }
    }
}
