package io.tiktoken.wallet.trial;

import io.tiktoken.wallet.trial.ReferenceLedger.Approval;
import io.tiktoken.wallet.trial.ReferenceLedger.Purchase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;

/** Four people, and one command after another that nobody would think of: in the reference and in the real ledger. */
final class RandomRun {

    private static final Duration APPROVAL_LIFE = Duration.ofSeconds(120);

    private final long seed;
    private final Random random;
    private final RealLedger real;
    private final ReferenceLedger reference;
    private final List<UUID> people = Stream.generate(UUID::randomUUID).limit(4).toList();
    private final List<String> steps = new ArrayList<>();
    private final List<Purchase> purchases = new ArrayList<>();
    private final List<Approval> purchaseApprovals = new ArrayList<>();
    private final List<Transfer> transfers = new ArrayList<>();
    private final List<Refund> refunds = new ArrayList<>();
    private Instant now;

    private record Transfer(Approval approval, UUID from, UUID to, long amount) {}

    private record Refund(UUID id, UUID reservation, long amount) {}

    RandomRun(long seed, RealLedger real, Instant now) {
        this.seed = seed;
        this.random = new Random(seed);
        this.real = real;
        this.reference = new ReferenceLedger(now);
        this.now = now;
    }

    List<UUID> people() {
        return people;
    }

    int steps() {
        return steps.size();
    }

    ReferenceLedger reference() {
        return reference;
    }

    void timeIs(Instant instant, boolean swept) {
        now = instant;
        reference.timeIs(instant);
        if (swept) {
            reference.sweep();
        }
    }

    Void go(int count) {
        for (var i = 0; i < count; i++) {
            try {
                doSomething();
            } catch (RuntimeException failure) {
                throw new AssertionError(story("the next step failed: " + failure), failure);
            }
        }
        return null;
    }

    private void doSomething() {
        var dice = random.nextInt(100);
        if (dice < 10 || steps.size() < 3) {
            topUp();
        } else if (dice < 35) {
            reserve();
        } else if (dice < 55) {
            var id = someReservation();
            compare("commit " + id, reference.commit(id), real.commit(id));
        } else if (dice < 68) {
            var id = someReservation();
            compare("release " + id, reference.release(id), real.release(id));
        } else if (dice < 80) {
            refund();
        } else {
            transfer();
        }
    }

    /** What a failure says: enough to see it again, and to see how it came about. */
    String story(String end) {
        return "run with seed %d, after %d steps: %s%n%s".formatted(seed, steps.size(), end, String.join("\n", steps));
    }

    private void topUp() {
        var owner = anybody();
        var amount = amount() * 2;
        compare("top-up %s %d".formatted(owner, amount), reference.topUp(owner, amount), real.topUp(owner, amount));
    }

    private void transfer() {
        var again = !transfers.isEmpty() && random.nextInt(5) == 0;
        var one = again ? transfers.get(random.nextInt(transfers.size())) : newTransfer();
        transfers.add(one);
        compare(
                one.toString(),
                reference.transfer(one.approval(), one.from(), one.to(), one.amount()),
                real.transfer(one.approval(), one.from(), one.to(), one.amount()));
    }

    private Transfer newTransfer() {
        var from = anybody();
        return new Transfer(newApproval(), from, anybodyElse(from), amount());
    }

    private void reserve() {
        var dice = random.nextInt(10);
        if (purchases.isEmpty() || dice < 6) {
            purchases.add(newPurchase());
            purchaseApprovals.add(newApproval());
            reserve(purchases.getLast(), purchaseApprovals.getLast());
            return;
        }
        var which = random.nextInt(purchases.size());
        var known = purchases.get(which);
        switch (dice) {
            case 6, 7 -> reserve(known, newApproval());
            case 8 -> reserve(withAmount(known, known.amount() + 1), newApproval());
            // The same purchase under another id, with the approval that was good for the first one.
            default -> reserve(withId(known, UUID.randomUUID()), purchaseApprovals.get(which));
        }
    }

    private void reserve(Purchase purchase, Approval approval) {
        compare(
                "reserve %s %s".formatted(purchase, approval),
                reference.reserve(purchase, approval),
                real.reserve(purchase, approval));
    }

    private void refund() {
        if (!refunds.isEmpty() && random.nextInt(4) == 0) {
            var known = refunds.get(random.nextInt(refunds.size()));
            refund(new Refund(known.id(), known.reservation(), known.amount() + random.nextInt(2)));
            return;
        }
        var most = purchases.isEmpty()
                ? 100
                : purchases.get(random.nextInt(purchases.size())).amount();
        refunds.add(new Refund(UUID.randomUUID(), someReservation(), random.nextLong(1, most + 1)));
        refund(refunds.getLast());
    }

    private void refund(Refund one) {
        compare(
                one.toString(),
                reference.refund(one.id(), one.reservation(), one.amount()),
                real.refund(one.id(), one.reservation(), one.amount()));
    }

    private void compare(String step, String expected, String actual) {
        steps.add("%s %s → %s".formatted(now, step, actual));
        if (!expected.equals(actual)) {
            throw new AssertionError(story("expected " + expected));
        }
    }

    /** Mostly one of the latest, now and then one that nobody has heard of, which may be reserved later. */
    private UUID someReservation() {
        if (purchases.isEmpty() || random.nextInt(12) == 0) {
            purchases.add(newPurchase());
            purchaseApprovals.add(newApproval());
            return purchases.getLast().id();
        }
        var oldest = random.nextInt(4) == 0 ? 0 : Math.max(0, purchases.size() - 4);
        return purchases.get(random.nextInt(oldest, purchases.size())).id();
    }

    private Purchase newPurchase() {
        var customer = anybody();
        var expiresIn = Duration.ofSeconds(random.nextInt(1, 3_601));
        return new Purchase(UUID.randomUUID(), customer, anybodyElse(customer), amount(), UUID.randomUUID(), expiresIn);
    }

    private static Purchase withAmount(Purchase one, long amount) {
        return new Purchase(one.id(), one.customer(), one.merchant(), amount, one.order(), one.expiresIn());
    }

    private static Purchase withId(Purchase one, UUID id) {
        return new Purchase(id, one.customer(), one.merchant(), one.amount(), one.order(), one.expiresIn());
    }

    private Approval newApproval() {
        return new Approval(UUID.randomUUID(), now.plus(APPROVAL_LIFE));
    }

    /** Most are small; one in ten tries the limits of what may be spent and held. */
    private long amount() {
        return random.nextInt(10) == 0 ? random.nextLong(1, 2_100_00) : random.nextLong(1, 400_00);
    }

    private UUID anybody() {
        return people.get(random.nextInt(people.size()));
    }

    private UUID anybodyElse(UUID one) {
        var other = anybody();
        return other.equals(one) ? anybodyElse(one) : other;
    }
}
