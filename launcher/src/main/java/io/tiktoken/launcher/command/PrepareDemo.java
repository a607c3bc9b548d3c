package io.tiktoken.launcher.command;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Two customers with money. Each step is written down once it is done, so that the next {@code up --demo} carries on
 * where this one was stopped. A line is: name, password, PIN, and then the word "funded".
 */
final class PrepareDemo {

    /** The first deposit of each, in cents of SGD. */
    private static final Map<String, Integer> DEPOSITS = deposits();

    /** The same each time, so that a top-up whose answer was lost is not made twice. */
    private static final String KEY = "demo";

    private static final int PASSWORD_BYTES = 12;

    private final Context context;
    private final String shop;

    PrepareDemo(Context context, Addresses addresses) {
        this.context = context;
        shop = "http://localhost:" + addresses.portOf(Service.GATEWAY);
    }

    void prepare() throws InterruptedException {
        var customers = read();
        for (var deposit : DEPOSITS.entrySet()) {
            var customer = customers.stream()
                    .filter(known -> known.name.equals(deposit.getKey()))
                    .findFirst()
                    .orElse(null);
            if (customer == null) {
                customer = register(deposit.getKey());
                customers.add(customer);
                write(customers);
            }
            if (!customer.isFunded) {
                fund(customer, deposit.getValue());
                customers.set(customers.indexOf(customer), customer.funded());
                write(customers);
            }
        }
        print(customers);
    }

    private Customer register(String name) throws InterruptedException {
        var bytes = new byte[PASSWORD_BYTES];
        new SecureRandom().nextBytes(bytes);
        var password = HexFormat.of().formatHex(bytes);
        var visitor = new Visitor(shop);
        visitor.post("/api/auth/register", KEY, credentials(name, password));
        return new Customer(name, password, visitor.field("pin"), false);
    }

    private void fund(Customer customer, int cents) throws InterruptedException {
        var visitor = new Visitor(shop);
        visitor.post("/api/auth/login", KEY, credentials(customer.name, customer.password));
        visitor.post(
                "/api/wallet/top-ups",
                KEY,
                "{\"amount\":{\"amount\":%d,\"currency\":\"SGD\"},\"paymentMethod\":\"pm_card_visa\"}"
                        .formatted(cents));
    }

    private static String credentials(String name, String password) {
        return "{\"username\":\"%s\",\"password\":\"%s\"}".formatted(name, password);
    }

    private void print(List<Customer> customers) {
        var terminal = context.terminal();
        terminal.say("");
        terminal.say("%s (also in %s):"
                .formatted(terminal.bold("Demo customers"), context.places().demoCustomers()));
        customers.forEach(customer ->
                terminal.say("  %-6s password %s   PIN %s".formatted(customer.name, customer.password, customer.pin)));
    }

    private List<Customer> read() {
        var file = context.places().demoCustomers();
        try {
            return Files.exists(file)
                    ? new ArrayList<>(
                            Files.readAllLines(file).stream().map(Customer::of).toList())
                    : new ArrayList<>();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private void write(List<Customer> customers) {
        var file = context.places().demoCustomers();
        var text = new StringBuilder();
        customers.forEach(customer -> text.append(customer.line()).append('\n'));
        try {
            Places.writePrivate(file, text.toString());
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    private static Map<String, Integer> deposits() {
        var deposits = new LinkedHashMap<String, Integer>();
        deposits.put("alice", 50_000);
        deposits.put("bob", 5_000);
        return deposits;
    }

    private record Customer(String name, String password, String pin, boolean isFunded) {

        private static final String FUNDED = "funded";

        static Customer of(String line) {
            var words = line.split(" ", 4);
            return new Customer(words[0], words[1], words[2], words.length > 3 && words[3].equals(FUNDED));
        }

        Customer funded() {
            return new Customer(name, password, pin, true);
        }

        String line() {
            return String.join(" ", name, password, pin) + (isFunded ? " " + FUNDED : "");
        }
    }
}
