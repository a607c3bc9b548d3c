package io.tiktoken.system.bank;

import io.tiktoken.system.bank.Deed.Fate;
import io.tiktoken.system.bank.Deed.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;

/** Does one thing after another with everybody's money, as its random numbers will, and remembers what it was told. */
final class Client implements Callable<List<Deed>> {

    /** Of those that got no answer, so many in a hundred are never asked about again. */
    private static final int GIVEN_UP = 20;

    private static final Set<String> REFUSALS = Set.of(
            "insufficient_funds",
            "limit_exceeded",
            "receiver_limit_exceeded",
            "card_declined",
            "already_committed",
            "already_released",
            "expired",
            "exceeds_committed");

    private final Counter counter;
    private final Papers papers;
    private final People people;
    private final Work work;
    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();
    private final List<Purchase> open = new ArrayList<>();
    private final List<Purchase> committed = new ArrayList<>();
    private final List<Purchase> ended = new ArrayList<>();

    Client(Counter counter, Papers papers, People people, Work work, long seed) {
        this.counter = counter;
        this.papers = papers;
        this.people = people;
        this.work = work;
        this.random = new Random(seed);
    }

    @Override
    public List<Deed> call() throws InterruptedException {
        while (work.isLeft()) {
            doSomething();
        }
        return deeds;
    }

    private void doSomething() throws InterruptedException {
        var dice = random.nextInt(100);
        if (dice < 50) {
            transfer();
        } else if (dice < 55) {
            topUp();
        } else if (dice < 75 || open.isEmpty()) {
            reserve();
        } else if (dice < 86) {
            commit();
        } else if (dice < 92) {
            release();
        } else if (dice < 97) {
            refund();
        } else {
            contradict();
        }
    }

    private void transfer() throws InterruptedException {
        var from = people.somebody(random);
        var to = people.somebodyElse(random, from);
        var id = Ids.next();
        var amount = amount();
        perform(Kind.TRANSFER, id, amount, Request.transfer(papers, id, from, to, amount, id.toString()));
    }

    private void topUp() throws InterruptedException {
        var key = Ids.next();
        var amount = random.nextLong(1, 2_000);
        var card = random.nextInt(10) == 0 ? "pm_card_chargeDeclined" : "pm_card_visa";
        perform(Kind.TOP_UP, key, amount, Request.topUp(key, people.somebody(random), amount, card));
    }

    private void reserve() throws InterruptedException {
        var purchase = new Purchase(Ids.next(), people.somebody(random), people.merchant(random), amount(), Ids.next());
        var seconds = random.nextInt(10) == 0 ? 1 : 900;
        var fate = perform(Kind.RESERVE, purchase.id(), purchase.amount(), Request.reserve(papers, purchase, seconds));
        if (fate == Fate.DONE) {
            open.add(purchase);
        }
    }

    private void commit() throws InterruptedException {
        var purchase = take(open);
        var fate = perform(Kind.COMMIT, purchase.id(), purchase.amount(), Request.commit(purchase.id()));
        if (fate == Fate.DONE) {
            committed.add(purchase);
        }
    }

    private void release() throws InterruptedException {
        var purchase = take(open);
        if (perform(Kind.RELEASE, purchase.id(), purchase.amount(), Request.release(purchase.id())) == Fate.DONE) {
            ended.add(purchase);
        }
    }

    private void refund() throws InterruptedException {
        if (!committed.isEmpty()) {
            var purchase = committed.get(random.nextInt(committed.size()));
            var amount = random.nextLong(1, purchase.amount() + 1);
            var id = Ids.next();
            perform(Kind.REFUND, id, amount, Request.refund(id, purchase.id(), amount));
        }
    }

    /** What was committed is not released, and what was released is not committed. */
    private void contradict() throws InterruptedException {
        if (!committed.isEmpty() && random.nextBoolean()) {
            var purchase = committed.get(random.nextInt(committed.size()));
            perform(Kind.RELEASE, purchase.id(), purchase.amount(), Request.release(purchase.id()));
        } else if (!ended.isEmpty()) {
            var purchase = take(ended);
            perform(Kind.COMMIT, purchase.id(), purchase.amount(), Request.commit(purchase.id()));
        }
    }

    private Fate perform(Kind kind, UUID id, long amount, Request request) throws InterruptedException {
        var reply = counter.send(request);
        if (reply.isEmpty() && random.nextInt(100) < GIVEN_UP) {
            deeds.add(new Deed(kind, id, amount, Fate.UNKNOWN));
            return Fate.UNKNOWN;
        }
        var answer = reply.filter(Reply::isDefinite).isPresent() ? reply.get() : counter.sendUntilAnswered(request);
        if (!answer.isDone() && !REFUSALS.contains(answer.code())) {
            throw new AssertionError("%s %s was answered %s".formatted(request.method(), request.path(), answer));
        }
        var fate = answer.isPending() ? Fate.UNKNOWN : answer.isDone() ? Fate.DONE : Fate.REFUSED;
        deeds.add(new Deed(kind, id, amount, fate));
        work.done();
        return fate;
    }

    private Purchase take(List<Purchase> purchases) {
        return purchases.remove(random.nextInt(purchases.size()));
    }

    /** Mostly pocket money, now and then more than most people have. */
    private long amount() {
        return random.nextLong(1, random.nextInt(30) == 0 ? 10_000 : 200);
    }
}
