package io.tiktoken.system.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.bank.Deed.Fate;
import io.tiktoken.system.bank.Deed.Kind;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is done to the ledger, and however often it dies meanwhile: no money is made, lost or moved twice. */
class BankTests {

    private static final int OPERATIONS = Integer.getInteger("bank.operations", 50_000);
    private static final int CLIENTS = 16;
    private static final int KILLS = 10;
    private static final int KEYS = 2_000;
    private static final int UNDER_WAY = 4;

    private Shop shop;
    private Papers papers;
    private Counter counter;

    @BeforeEach
    void openTheBank() throws Exception {
        shop = Shop.openOnly(Part.AUTH, Part.WALLET);
        papers = new Papers(shop);
        counter = new Counter(shop, papers);
    }

    @AfterEach
    void closeTheBank() {
        if (shop != null) {
            shop.close();
        }
    }

    @Test
    void fiftyThousandOperationsAndTenKillsLeaveEveryCentWhereItBelongs() throws Exception {
        var seed = Long.getLong("bank.seed", new Random().nextLong());
        System.out.println("Bank trial with seed " + seed);
        var people = People.of(10, 90, 5);
        var work = new Work(OPERATIONS);
        var lost = new ArrayList<Integer>();
        var began = System.nanoTime();
        List<Deed> deeds;
        int looks;
        try (var auditor = new Auditor(database(), counter);
                var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var running = new ArrayList<Future<List<Deed>>>();
            deeds = fill(people);
            for (var i = 0; i < CLIENTS; i++) {
                var client = new Client(counter, papers, people, work, seed + i);
                running.add(clients.submit(() -> stoppingAllByASurprise(work, client)));
            }
            for (var kill = 1; kill <= KILLS && work.isLeft(); kill++) {
                work.await(kill * OPERATIONS / (KILLS + 1));
                lost.add(counter.killUnder(UNDER_WAY));
            }
            for (var one : running) {
                deeds.addAll(one.get());
            }
            looks = auditor.looks();
            assertThat(auditor.faults()).isEmpty();
            System.out.printf("%d looks into the books, %d proofs%n", looks, auditor.proofs());
            assertThat(auditor.proofs()).isGreaterThanOrEqualTo(KILLS / 2);
        }
        report(deeds, lost, Duration.ofNanos(System.nanoTime() - began));

        awaitTopUps();
        try (var books = Books.open(database())) {
            assertThat(books.faults()).isEmpty();
            var reckoning = new Reckoning(books);
            assertThat(reckoning.faultsOf(deeds)).as("seed %d", seed).isEmpty();
        }
        assertThat(work.count()).isGreaterThanOrEqualTo(OPERATIONS);
        assertThat(lost).hasSize(KILLS).allMatch(requests -> requests > 0);
        assertThat(looks).isGreaterThan(50);
    }

    @Test
    void twoThousandKeysDeliveredFiveTimesHaveOneEffectAndOneAnswerEach() throws Exception {
        var began = System.nanoTime();
        var people = People.of(2, 8, 1);
        fill(people);
        var before = entries();
        var random = new Random(KEYS);
        var deliveries = new ArrayList<Delivery>();
        var lost = new ArrayList<Integer>();
        try (var clients = Executors.newFixedThreadPool(CLIENTS)) {
            var four = IntStream.range(0, KEYS)
                    .mapToObj(i ->
                            clients.submit(() -> delivery(i, people, random).deliverFourTimes(counter)))
                    .toList();
            four.get(KEYS / 2).get();
            lost.add(counter.killUnder(UNDER_WAY));
            for (var one : four) {
                deliveries.add(one.get());
            }
            shop.kill(Part.WALLET);
            shop.start(Part.WALLET);
            for (var fifth : clients.invokeAll(deliveries.stream()
                    .<Callable<Void>>map(one -> () -> one.deliver(counter))
                    .toList())) {
                fifth.get();
            }
        }
        awaitTopUps();
        System.out.printf(
                "%d keys, 5 deliveries each, in %d s; requests lost by the kill: %s%n",
                KEYS, Duration.ofNanos(System.nanoTime() - began).toSeconds(), lost);

        assertThat(deliveries).allSatisfy(one -> {
            assertThat(one.replies()).hasSize(5);
            assertThat(one.faults()).isEmpty();
        });
        var expected = deliveries.stream()
                .filter(one -> one.kind() != Delivery.Kind.REFUSED_TRANSFER)
                .count();
        assertThat(entries()).isEqualTo(before + (int) expected);
        assertThat(lost).allMatch(requests -> requests > 0);
    }

    /** Mostly transfers, some of them of more than there is, and some top-ups. */
    private Delivery delivery(int number, People people, Random random) {
        var kind = switch (number % 10) {
            case 0 -> Delivery.Kind.REFUSED_TRANSFER;
            case 1 -> Delivery.Kind.TOP_UP;
            default -> Delivery.Kind.TRANSFER;
        };
        var from = people.somebody(random);
        return Delivery.of(kind, papers, from, people.somebodyElse(random, from));
    }

    private int entries() throws SQLException {
        try (var books = Books.open(database())) {
            assertThat(books.faults()).isEmpty();
            return books.entries().size();
        }
    }

    private static List<Deed> stoppingAllByASurprise(Work work, Client client) throws InterruptedException {
        try {
            return client.call();
        } catch (AssertionError | RuntimeException surprise) {
            work.stop();
            throw surprise;
        }
    }

    private List<Deed> fill(People people) throws InterruptedException {
        var deeds = new ArrayList<Deed>();
        for (var person : people.customers()) {
            var key = Ids.next();
            var amount = people.hot().contains(person) ? 50_000 : 3_000;
            assertThat(counter.sendUntilAnswered(Request.topUp(key, person, amount, "pm_card_visa"))
                            .status())
                    .isEqualTo(201);
            deeds.add(new Deed(Kind.TOP_UP, key, amount, Fate.DONE));
        }
        return deeds;
    }

    /** One that was cut short between the charge and the credit is carried on by itself. */
    private void awaitTopUps() {
        await("the end of every top-up").atMost(Duration.ofSeconds(40)).until(() -> {
            try (var books = Books.open(database())) {
                return books.pendingTopUps() == 0;
            }
        });
    }

    private Path database() {
        return shop.data().resolve("wallet.db");
    }

    private static void report(List<Deed> deeds, List<Integer> lost, Duration time) {
        var counts = deeds.stream()
                .collect(Collectors.groupingBy(deed -> deed.kind() + " " + deed.fate(), Collectors.counting()));
        System.out.printf(
                "%d operations in %d s; requests lost by each kill: %s%n%s%n",
                deeds.size(), time.toSeconds(), lost, new TreeMap<>(counts));
    }
}
