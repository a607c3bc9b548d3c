package io.tiktoken.wallet.trial;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What the ledger must answer, in maps and longs: slow, forgetful and obviously right. */
final class ReferenceLedger {

    private static final ZoneId SINGAPORE = ZoneId.of("Asia/Singapore");
    private static final long MOST_HELD = 20_000_00;
    private static final long MOST_AT_ONCE = 2_000_00;
    private static final long MOST_PER_DAY = 5_000_00;
    private static final long MOST_PER_YEAR = 100_000_00;

    private enum State {
        RESERVED,
        COMMITTED,
        RELEASED,
        TOMBSTONE,
        EXPIRED,
        LIMIT_EXCEEDED,
        INSUFFICIENT_FUNDS
    }

    private static final class Reservation {
        private State state = State.TOMBSTONE;
        private Purchase purchase;
        private Spent spent;
        private Instant expiresAt;
        private long refunded;
    }

    /** Money set aside for a merchant, to be asked for by this id. */
    record Purchase(UUID id, UUID customer, UUID merchant, long amount, UUID order, Duration expiresIn) {}

    /** One person's consent, good for two minutes. */
    record Approval(UUID id, Instant expiresAt) {}

    private record Spent(UUID owner, LocalDate day, long amount) {}

    private record Refund(UUID reservation, long amount) {}

    private final Map<UUID, Long> balances = new HashMap<>();
    private final Map<UUID, Long> reserved = new HashMap<>();
    private final Map<UUID, Reservation> reservations = new HashMap<>();
    private final Map<UUID, Refund> refunds = new HashMap<>();
    private final Set<UUID> spentApprovals = new HashSet<>();
    private final List<Spent> spending = new ArrayList<>();
    private Instant now;

    ReferenceLedger(Instant now) {
        this.now = now;
    }

    long balance(UUID owner) {
        return balances.getOrDefault(owner, 0L);
    }

    long reserved(UUID owner) {
        return reserved.getOrDefault(owner, 0L);
    }

    void timeIs(Instant instant) {
        now = instant;
    }

    String topUp(UUID owner, long amount) {
        if (balance(owner) + amount > MOST_HELD) {
            return "limit_exceeded";
        }
        add(balances, owner, amount);
        return "done";
    }

    String transfer(Approval approval, UUID from, UUID to, long amount) {
        var refused = judge(approval);
        if (refused != null) {
            return refused;
        }
        if (!maySpend(from, amount)) {
            return "limit_exceeded";
        }
        if (balance(to) + amount > MOST_HELD) {
            return "receiver_limit_exceeded";
        }
        if (balance(from) - reserved(from) < amount) {
            return "insufficient_funds";
        }
        add(balances, from, -amount);
        add(balances, to, amount);
        spending.add(new Spent(from, today(), amount));
        spentApprovals.add(approval.id());
        return "done";
    }

    String reserve(Purchase purchase, Approval approval) {
        var known = reservations.get(purchase.id());
        if (known == null) {
            return reserveFirstTime(purchase, approval);
        }
        return switch (known.state) {
            case RELEASED, TOMBSTONE -> "already_released";
            case EXPIRED -> "expired";
            case RESERVED, COMMITTED -> known.purchase.equals(purchase) ? "done " + known.state : "body_differs";
            case LIMIT_EXCEEDED -> known.purchase.equals(purchase) ? "limit_exceeded" : "body_differs";
            case INSUFFICIENT_FUNDS -> known.purchase.equals(purchase) ? "insufficient_funds" : "body_differs";
        };
    }

    private String reserveFirstTime(Purchase purchase, Approval approval) {
        var refused = judge(approval);
        if (refused != null) {
            return refused;
        }
        var reservation = new Reservation();
        reservation.purchase = purchase;
        reservations.put(purchase.id(), reservation);
        if (!maySpend(purchase.customer(), purchase.amount())) {
            reservation.state = State.LIMIT_EXCEEDED;
            return "limit_exceeded";
        }
        if (balance(purchase.customer()) - reserved(purchase.customer()) < purchase.amount()) {
            reservation.state = State.INSUFFICIENT_FUNDS;
            return "insufficient_funds";
        }
        add(reserved, purchase.customer(), purchase.amount());
        reservation.state = State.RESERVED;
        reservation.expiresAt = now.plus(purchase.expiresIn());
        reservation.spent = new Spent(purchase.customer(), today(), purchase.amount());
        spending.add(reservation.spent);
        spentApprovals.add(approval.id());
        return "done RESERVED";
    }

    String commit(UUID id) {
        var known = reservations.get(id);
        if (known == null) {
            return "not_reserved";
        }
        return switch (known.state) {
            case RESERVED -> {
                var purchase = known.purchase;
                add(reserved, purchase.customer(), -purchase.amount());
                add(balances, purchase.customer(), -purchase.amount());
                add(balances, purchase.merchant(), purchase.amount());
                known.state = State.COMMITTED;
                yield "done COMMITTED";
            }
            case COMMITTED -> "done COMMITTED";
            case EXPIRED -> "expired";
            case RELEASED, TOMBSTONE, LIMIT_EXCEEDED, INSUFFICIENT_FUNDS -> "already_released";
        };
    }

    String release(UUID id) {
        var known = reservations.computeIfAbsent(id, _ -> new Reservation());
        return switch (known.state) {
            case RESERVED -> {
                giveBack(known, State.RELEASED);
                yield "done RELEASED";
            }
            case COMMITTED -> "already_committed";
            case LIMIT_EXCEEDED, INSUFFICIENT_FUNDS -> "done REFUSED";
            case RELEASED, TOMBSTONE, EXPIRED -> "done " + known.state;
        };
    }

    String refund(UUID id, UUID reservation, long amount) {
        var refund = new Refund(reservation, amount);
        if (refunds.containsKey(id)) {
            return refunds.get(id).equals(refund) ? "REFUNDED" : "BODY_DIFFERS";
        }
        var known = reservations.get(reservation);
        if (known == null) {
            return "NOT_RESERVED";
        }
        if (known.state != State.COMMITTED || known.purchase.amount() - known.refunded < amount) {
            return "EXCEEDS_COMMITTED";
        }
        var merchant = known.purchase.merchant();
        if (balance(merchant) - reserved(merchant) < amount) {
            return "INSUFFICIENT_FUNDS";
        }
        add(balances, merchant, -amount);
        add(balances, known.purchase.customer(), amount);
        known.refunded += amount;
        refunds.put(id, refund);
        return "REFUNDED";
    }

    /** Whatever is overdue ends. */
    void sweep() {
        reservations.values().stream()
                .filter(reservation -> reservation.state == State.RESERVED && !reservation.expiresAt.isAfter(now))
                .forEach(reservation -> giveBack(reservation, State.EXPIRED));
    }

    private void giveBack(Reservation reservation, State end) {
        add(reserved, reservation.purchase.customer(), -reservation.purchase.amount());
        spending.remove(reservation.spent);
        reservation.state = end;
    }

    private String judge(Approval approval) {
        if (!now.isBefore(approval.expiresAt())) {
            return "approval_expired";
        }
        return spentApprovals.contains(approval.id()) ? "approval_used" : null;
    }

    private boolean maySpend(UUID owner, long amount) {
        var firstMonth = YearMonth.from(today()).minusYears(1);
        var own = spending.stream().filter(spent -> spent.owner().equals(owner)).toList();
        var day = own.stream()
                .filter(spent -> spent.day().equals(today()))
                .mapToLong(Spent::amount)
                .sum();
        var year = own.stream()
                .filter(spent -> !YearMonth.from(spent.day()).isBefore(firstMonth))
                .mapToLong(Spent::amount)
                .sum();
        return amount <= MOST_AT_ONCE && day + amount <= MOST_PER_DAY && year + amount <= MOST_PER_YEAR;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(now, SINGAPORE);
    }

    private static void add(Map<UUID, Long> amounts, UUID owner, long amount) {
        amounts.merge(owner, amount, Long::sum);
    }
}
