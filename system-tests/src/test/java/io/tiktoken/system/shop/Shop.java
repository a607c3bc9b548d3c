package io.tiktoken.system.shop;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;

/**
 * The whole shop: its six real jars, each a process of its own, on free ports, with empty databases. It is
 * for one run of the tests; whatever it started has ended when it is closed, or when the tests' JVM ends.
 */
public final class Shop implements AutoCloseable {

    /** A start is all processor: more at a time than there are cores only makes each of them slower. */
    private static final int STARTS_AT_A_TIME = 2;

    private final Map<Part, Address> addresses = new EnumMap<>(Part.class);
    private final Map<Part, Wire> wires = new EnumMap<>(Part.class);
    private final Map<Part, ServiceProcess> processes = new EnumMap<>(Part.class);
    private final Ports ports = new Ports();
    private final Set<Part> opened;
    private final Path home;
    private final Path folder;
    private final LaunchContract contract;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();

    private Shop(Secrets secrets, Set<Part> opened, Path home, Path folder) throws IOException {
        this.opened = opened;
        this.home = home;
        this.folder = folder;
        for (var part : Part.values()) {
            addresses.put(part, new Address(ports.next(), ports.next()));
        }
        for (var neighbour : List.of(Part.CATALOG, Part.WALLET)) {
            wires.put(neighbour, Wire.to(addresses.get(neighbour).url()));
        }
        Files.createDirectories(data());
        Files.createDirectories(temporary());
        this.contract = new LaunchContract(secrets, data(), addresses, wireUrls());
        for (var part : Part.values()) {
            var log = new ServiceLog(folder.resolve(part.module() + ".log"));
            var address = addresses.get(part);
            var environment = contract.environmentOf(part, address);
            processes.put(part, new ServiceProcess(part, address, jarOf(part), temporary(), environment, log));
        }
    }

    /** Opens a new shop with nothing in it but what it is delivered with. */
    public static Shop open() throws IOException, InterruptedException {
        return openOnly(Part.values());
    }

    /** As {@link #open()}, with some of its parts missing. */
    public static Shop openOnly(Part... parts) throws IOException, InterruptedException {
        return opened(inANewFolder(Secrets.fresh(), EnumSet.copyOf(List.of(parts))));
    }

    /** Opens the whole shop on the databases that another version left behind. */
    public static Shop openOn(OldShop old) throws IOException, InterruptedException {
        var shop = inANewFolder(new Secrets(old.secrets()), EnumSet.allOf(Part.class));
        old.moveInto(shop.data());
        return opened(shop);
    }

    private static Shop inANewFolder(Secrets secrets, Set<Part> parts) throws IOException {
        var home = Path.of(System.getProperty("tiktoken.home", "..")).toRealPath();
        var run = LocalDateTime.now().format(DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS"));
        return new Shop(
                secrets, parts, home, home.resolve("system-tests/target/shop").resolve(run));
    }

    private static Shop opened(Shop shop) throws InterruptedException {
        Runtime.getRuntime().addShutdownHook(new Thread(shop::killEverything));
        try {
            shop.startEverything();
        } catch (IllegalStateException notReady) {
            System.out.println(notReady.getMessage() + ". What the shop wrote:\n" + shop.logTails());
            shop.close();
            throw notReady;
        }
        return shop;
    }

    /** The one address that the world sees: the gateway's. */
    public URI url() {
        return addresses.get(Part.GATEWAY).url();
    }

    /** Where one part listens, which the world cannot reach. */
    public URI urlOf(Part part) {
        return addresses.get(part).url();
    }

    /** Where one part tells those who look after it how it is. */
    public URI managementUrlOf(Part part) {
        return addresses.get(part).managementUrl();
    }

    /** One of the secrets that this shop was started with, by the name of its environment variable. */
    public String secret(String variable) {
        return contract.secrets().named(variable);
    }

    /** All of them. */
    public Map<String, String> secrets() {
        return contract.secrets().all();
    }

    /** The folder with every part's database. */
    public Path data() {
        return folder.resolve("data");
    }

    /** Everything that the parts wrote to their logs in this run, a file for each. */
    public List<Path> logs() {
        return processes.values().stream().map(process -> process.log().file()).toList();
    }

    /** The wire from order-service to one of its neighbours. */
    public Wire wireTo(Part neighbour) {
        return wires.get(neighbour);
    }

    /** Ends whatever trouble is on the wires; commands that are still held are lost. */
    public void mendWires() {
        wires.values().forEach(Wire::mend);
    }

    public void kill(Part part) {
        processes.get(part).kill();
    }

    /** Opens one more gateway to the same shop, with these environment variables instead of the shop's own. */
    public SideDoor openSideDoor(Map<String, String> settings) throws InterruptedException {
        var address = new Address(ports.next(), ports.next());
        var environment = contract.environmentOf(Part.GATEWAY, address);
        environment.putAll(settings);
        var log = new ServiceLog(folder.resolve("side-door.log"));
        var gateway = new ServiceProcess(Part.GATEWAY, address, jarOf(Part.GATEWAY), temporary(), environment, log);
        gateway.start(client);
        return new SideDoor(address.url(), gateway);
    }

    /** Starts a part that was killed, on the same port and data, and returns when it is ready. */
    public void start(Part part) throws InterruptedException {
        processes.get(part).start(client);
    }

    /** As {@link #start(Part)}, with these environment variables besides the shop's own. */
    public void start(Part part, Map<String, String> settings) throws InterruptedException {
        processes.get(part).start(client, settings);
    }

    public void killEverything() {
        processes.values().parallelStream().forEach(ServiceProcess::kill);
    }

    /** Starts whatever is not running and returns when all of it is ready. */
    public void startEverything() throws InterruptedException {
        try (var starters = Executors.newFixedThreadPool(STARTS_AT_A_TIME)) {
            Collection<Callable<Address>> starts = opened.stream()
                    .filter(part -> !processes.get(part).isAlive())
                    .<Callable<Address>>map(part -> () -> processes.get(part).start(client))
                    .toList();
            for (var start : starters.invokeAll(starts)) {
                start.get();
            }
        } catch (ExecutionException failed) {
            throw new IllegalStateException(
                    "The shop did not open: " + failed.getCause().getMessage(), failed.getCause());
        }
    }

    /** From here on the logs count as new. */
    void markLogs() {
        processes.values().forEach(process -> process.log().mark());
    }

    /** The end of what each part wrote since the last mark. */
    String logTails() {
        return processes.values().stream().map(ServiceProcess::logTail).collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        killEverything();
        wires.values().forEach(Wire::close);
        client.close();
    }

    private Path jarOf(Part part) {
        return home.resolve(part.module()).resolve("target").resolve(part.module() + ".jar");
    }

    private Path temporary() {
        return folder.resolve("tmp");
    }

    private Map<Part, URI> wireUrls() {
        return wires.entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().url()));
    }
}
