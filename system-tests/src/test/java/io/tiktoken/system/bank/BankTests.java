package io.tiktoken.system.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.tiktoken.system.bank.Deed.Fate;
import io.tiktoken.system.bank.Deed.Kind;
import io.tiktoken.system.shop.Part;
import io.tiktoken.system.shop.Shop;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Whatever is done to the ledger, and however often it dies meanwhile: no money is made, lost or moved twice. */
class BankTests {

    private static final int OPERATIONS = 52_000;
    private static final int AT_LEAST = 50_000;
    private static final int CLIENTS = 16;
    private static final int KILLS = 10;
    private static final int UNDER_WAY = 4;

    private static Shop shop;
    private static Papers papers;
    private static Counter counter;

    @BeforeAll
    static void openTheBank() throws Exception {
        shop = Shop.openOnly(Part.AUTH, Part.WALLET);
        papers = new Papers(shop);
        counter = new Counter(shop, papers);
    }

    @AfterAll
    static void closeTheBank() {
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
                work.await(kill * AT_LEAST / (KILLS + 1));
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
        assertThat(work.count()).isGreaterThanOrEqualTo(AT_LEAST);
        assertThat(lost).hasSize(KILLS).allMatch(requests -> requests > 0);
        assertThat(looks).isGreaterThan(50);
    }

    private static List<Deed> stoppingAllByASurprise(Work work, Client client) throws InterruptedException {
        try {
            return client.call();
        } catch (AssertionError | RuntimeException surprise) {
            work.stop();
            throw surprise;
        }
    }

    private static List<Deed> fill(People people) throws InterruptedException {
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
    private static void awaitTopUps() {
        await("the end of every top-up").atMost(Duration.ofSeconds(40)).until(() -> {
            try (var books = Books.open(database())) {
                return books.pendingTopUps() == 0;
            }
        });
    }

    private static Path database() {
        return shop.data().resolve("wallet.db");
    }

    private static void report(List<Deed> deeds, List<Integer> lost, Duration time) {
        var counts = deeds.stream()
                .collect(Collectors.groupingBy(deed -> deed.kind() + " " + deed.fate(), Collectors.counting()));
        System.out.printf(
                "%d operations in %d s; requests lost by each kill: %s%n%s%n",
                deeds.size(), time.toSeconds(), lost, new java.util.TreeMap<>(counts));
    }
}
