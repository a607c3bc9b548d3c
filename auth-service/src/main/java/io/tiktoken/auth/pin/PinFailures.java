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
 * Whose PIN was wrong from where within the last hour. It is kept on the disk, because a restart must not give anybody a
 * fresh allowance; right PINs never count, however many people share an address.
 */
@Repository
class PinFailures {

    private static final Duration WINDOW = Duration.ofHours(1);
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
        if (by.address() == null) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        SELECT at FROM pin_failures WHERE address = :network AND at > :anHourAgo AND NOT EXISTS (
                            SELECT 1 FROM pin_failures
                            WHERE address = :network AND user_id = :user AND at > :anHourAgo)
                        ORDER BY at DESC LIMIT 1 OFFSET :most - 1""")
                .param("network", networkOf(by.address()))
                .param("user", user.toString())
                .param("anHourAgo", anHourAgo())
                .param("most", settings.failingAccountsPerAddress())
                .query(Long.class)
                .optional()
                .map(oldestThatCounts -> Duration.ofMillis(oldestThatCounts - anHourAgo()));
    }

    /** Called inside a write. */
    void note(UserId user, Actor by) {
        if (by.address() == null) {
            return;
        }
        jdbc.sql("DELETE FROM pin_failures WHERE at <= ?")
                .param(purgeClock.instant().minus(WINDOW).toEpochMilli())
                .update();
        jdbc.sql("""
                        INSERT INTO pin_failures (address, user_id, at) VALUES (?, ?, ?)
                        ON CONFLICT (address, user_id) DO UPDATE SET at = excluded.at""")
                .params(networkOf(by.address()), user.toString(), clock.millis())
                .update();
    }

    private long anHourAgo() {
        return clock.instant().minus(WINDOW).toEpochMilli();
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
