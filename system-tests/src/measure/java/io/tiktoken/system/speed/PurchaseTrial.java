package io.tiktoken.system.speed;

import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/**
 * What the shop does a second through its gateway, and what each thing costs every program of processor time: for one
 * build, for several in turn, or beside somebody else's server. No test: it is run by hand (see the README).
 */
public final class PurchaseTrial {

    private static final int NEXT_OFFSET = 10_000;
    private static final int COLD_CUSTOMERS = 8;
    private static final int COLD_STEP = 5;
    private static final int REGISTRATIONS_AT_ONCE = 4;

    private final Options options;
    private final Map<TrialShop, List<Customer>> shops = new LinkedHashMap<>();

    private PurchaseTrial(Options options) {
        this.options = options;
    }

    /**
     * What is measured, each with the default that it has.
     *
     * @param shops {@code name=folder[,VARIABLE=value…]}, separated by blanks
     * @param offset of the first shop's ports
     * @param cold seconds that eight customers buy from the moment that a shop started anew is ready
     * @param warm seconds of purchases before the first round
     * @param peer the command that starts somebody else's server, empty for none
     */
    private record Options(
            List<String> shops,
            List<Work> works,
            List<Integer> customers,
            int offset,
            int cold,
            int warm,
            int seconds,
            int rounds,
            String peer,
            String peerLoad) {

        static Options ofSystemProperties() {
            return new Options(
                    words("shops", "this=."),
                    words("work", "purchase").stream()
                            .map(word -> Work.valueOf(word.toUpperCase(Locale.ROOT)))
                            .toList(),
                    words("customers", "1 8 32").stream().map(Integer::valueOf).toList(),
                    Integer.getInteger("trial.offset", 3_000),
                    Integer.getInteger("trial.cold", 0),
                    Integer.getInteger("trial.warm", 60),
                    Integer.getInteger("trial.seconds", 10),
                    Integer.getInteger("trial.rounds", 5),
                    System.getProperty("trial.peer", ""),
                    System.getProperty("trial.peer-load", ""));
        }

        private static List<String> words(String name, String ifNone) {
            return Arrays.asList(System.getProperty("trial." + name, ifNone).split(" +"));
        }

        int mostCustomers() {
            return Math.max(
                    COLD_CUSTOMERS,
                    customers.stream().mapToInt(Integer::intValue).max().orElseThrow());
        }
    }

    /** Takes its options from the system properties {@code trial.*}. */
    public static void main(String[] arguments) throws Exception {
        var trial = new PurchaseTrial(Options.ofSystemProperties());
        try {
            trial.openShops();
            trial.measureCold();
            trial.measureWarm();
        } finally {
            trial.closeShops();
        }
    }

    private void openShops() throws IOException, InterruptedException, SQLException, ExecutionException {
        for (var specification : options.shops) {
            var shop = new TrialShop(specification, options.offset + NEXT_OFFSET * shops.size());
            shops.put(shop, List.of());
            shop.train();
            shop.start();
            shop.fillShelves();
            shops.put(shop, register(shop));
        }
    }

    private List<Customer> register(TrialShop shop) throws InterruptedException, ExecutionException {
        try (var threads = Executors.newFixedThreadPool(REGISTRATIONS_AT_ONCE)) {
            var registrations = IntStream.range(0, options.mostCustomers())
                    .mapToObj(number -> threads.submit(() -> Customer.registers(shop.port(), "alice" + number)))
                    .toList();
            var customers = new ArrayList<Customer>();
            for (var registration : registrations) {
                customers.add(registration.get());
            }
            return customers;
        }
    }

    /** The shops one after the other: nobody else may work while one starts. */
    private void measureCold() throws IOException, InterruptedException, ExecutionException {
        for (var shop : shops.keySet()) {
            close(shop);
        }
        for (var shop : shops.keySet()) {
            var time = shop.start();
            var cost = shop.processorMillis();
            System.out.printf(
                    Locale.ROOT,
                    "%s is ready after %.1f s and %.1f CPU seconds %s%n",
                    shop.name(),
                    time.toMillis() / 1e3,
                    cost.values().stream().mapToLong(Long::longValue).sum() / 1e3,
                    cost);
            if (options.cold > 0) {
                var load = Load.of(Work.PURCHASE, shops.get(shop).subList(0, COLD_CUSTOMERS), options.cold);
                System.out.printf("  the first %d s, purchases a second:", options.cold);
                for (var from = 0; from + COLD_STEP <= options.cold; from += COLD_STEP) {
                    System.out.printf(Locale.ROOT, " %.0f", load.rateBetween(from, from + COLD_STEP));
                }
                System.out.printf("; other answers: %s%n", load.refusals());
            }
            if (shops.size() > 1) {
                close(shop);
            }
        }
        if (shops.size() > 1) {
            for (var shop : shops.keySet()) {
                shop.start();
            }
        }
    }

    /** Its customers hang up, or the first request of each to the next start would be lost on a dead connection. */
    private void close(TrialShop shop) throws IOException, InterruptedException {
        shop.stop();
        hangUp(shop);
    }

    private void hangUp(TrialShop shop) throws IOException {
        for (var customer : shops.get(shop)) {
            customer.close();
        }
    }

    private void measureWarm() throws IOException, InterruptedException, ExecutionException {
        for (var work : options.works) {
            for (var shop : shops.entrySet()) {
                Load.of(work, shop.getValue().subList(0, COLD_CUSTOMERS), options.warm);
            }
        }
        System.out.println(Measured.HEADINGS);
        for (var work : options.works) {
            for (var customers : options.customers) {
                measure(work, customers);
            }
        }
        measurePeer();
        for (var shop : shops.keySet()) {
            System.out.printf("%s holds %d MB of memory%n", shop.name(), shop.megabytes());
        }
    }

    private void measure(Work work, int customers) throws InterruptedException, ExecutionException {
        var measured = new LinkedHashMap<TrialShop, Measured>();
        for (var round = 0; round < options.rounds; round++) {
            for (var shop : shops.entrySet()) {
                var before = shop.getKey().processorMillis();
                var own = Processor.millisOfThisProcess();
                var load = Load.of(work, shop.getValue().subList(0, customers), options.seconds);
                measured.computeIfAbsent(shop.getKey(), _ -> new Measured())
                        .add(load, before, shop.getKey().processorMillis(), Processor.millisOfThisProcess() - own);
            }
        }
        measured.forEach((shop, all) -> System.out.println(all.line(shop.name(), work, customers)));
    }

    private void measurePeer() throws IOException, InterruptedException {
        if (options.peer.isEmpty()) {
            return;
        }
        try (var peer = new Peer(options.peer, options.peerLoad)) {
            for (var customers : options.customers) {
                for (var round = 0; round < options.rounds; round++) {
                    var result = peer.measure(customers, options.seconds);
                    System.out.printf(
                            Locale.ROOT,
                            "the peer, %d customers: %.1f a second, %.2f CPU ms each%n",
                            customers,
                            result.rate(),
                            result.processorMillis());
                }
            }
        }
    }

    private void closeShops() throws IOException, InterruptedException {
        for (var shop : shops.keySet()) {
            hangUp(shop);
            shop.remove();
        }
    }
}
