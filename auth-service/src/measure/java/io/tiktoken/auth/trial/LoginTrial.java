package io.tiktoken.auth.trial;

import io.tiktoken.auth.trial.RunningService.Answer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.stream.IntStream;

/**
 * What a running auth-service tells by its timing, and what it bears: the times of log-ins under known and unknown
 * names, log-ins a second from a crowd and the memory that they take, and approvals a second.
 * No test: it is run by hand (see the README) and takes about a minute and a half.
 */
public final class LoginTrial {

    private static final int NAMES = 500;
    private static final int CROWD = 200;
    private static final int PAYERS = 64;
    private static final int REGISTRATIONS_AT_ONCE = 8;
    private static final Duration LOGGING_IN = Duration.ofSeconds(15);
    private static final Duration APPROVING = Duration.ofSeconds(5);
    private static final List<Integer> APPROVERS = List.of(1, 8, 32);
    private static final String PASSWORD = "correct horse battery";
    private static final String SHOP = "00000000-0000-7000-8000-000000000001";

    private record Person(String username, String pin) {}

    private final RunningService service;
    private final String pid;
    private final String run = UUID.randomUUID().toString().substring(0, 8);

    private LoginTrial(RunningService service, String pid) {
        this.service = service;
        this.pid = pid;
    }

    /** Address and process id of the service; the gateway's secret is taken from the environment, as the gateway takes it. */
    public static void main(String[] arguments) throws Exception {
        var secret = System.getenv("TIKTOKEN_GATEWAY_SECRET");
        if (arguments.length != 2 || secret == null) {
            System.err.println(
                    "Usage: TIKTOKEN_GATEWAY_SECRET=… LoginTrial <address of auth-service> <its process id>");
            return;
        }
        try (var service = new RunningService(URI.create(arguments[0]))) {
            var trial = new LoginTrial(service, arguments[1]);
            var people = trial.register();
            trial.compareTimes(people);
            var handles = trial.logInAllAtOnce(people);
            trial.approve(people, handles, secret);
        }
    }

    private List<Person> register() throws Exception {
        var turns = new Semaphore(REGISTRATIONS_AT_ONCE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var registrations = IntStream.range(0, NAMES)
                    .<Callable<Person>>mapToObj(i -> () -> {
                        turns.acquire();
                        try {
                            return register("trial-%s-%d".formatted(run, i));
                        } finally {
                            turns.release();
                        }
                    })
                    .toList();
            var people = new ArrayList<Person>();
            for (var registration : threads.invokeAll(registrations)) {
                people.add(registration.get());
            }
            return people;
        }
    }

    private Person register(String username) throws IOException, InterruptedException {
        var body = "{\"username\": \"%s\", \"password\": \"%s\"}".formatted(username, PASSWORD);
        var answer = service.post("/api/auth/register", body, RunningService.NO_TOKEN);
        if (answer.status() != 201) {
            throw new IllegalStateException("Nobody could register: " + answer.body());
        }
        return new Person(username, answer.text("$.pin"));
    }

    /** One after the other, in turn and each first as often as the other, so that whatever else happens here hits both. */
    private void compareTimes(List<Person> people) throws IOException, InterruptedException {
        var known = new long[NAMES];
        var unknown = new long[NAMES];
        for (var i = 0; i < NAMES; i++) {
            var stranger = "nobody-%s-%d".formatted(run, i);
            if (i % 2 == 0) {
                known[i] = refused(people.get(i).username());
                unknown[i] = refused(stranger);
            } else {
                unknown[i] = refused(stranger);
                known[i] = refused(people.get(i).username());
            }
        }
        System.out.printf("refused log-ins, median: known %.2f ms, unknown %.2f ms%n", median(known), median(unknown));
    }

    private long refused(String username) throws IOException, InterruptedException {
        var answer = service.logIn(username, "not the password");
        if (answer.status() != 401) {
            throw new IllegalStateException("This should have been refused: " + answer.status());
        }
        return answer.nanos();
    }

    private ConcurrentHashMap<String, String> logInAllAtOnce(List<Person> people) throws Exception {
        System.out.println("memory before " + memory());
        var handles = new ConcurrentHashMap<String, String>();
        var answers = Crowd.of(CROWD, LOGGING_IN, client -> () -> {
            var person = people.get(client);
            var answer = service.logIn(person.username(), PASSWORD);
            if (answer.status() == 200) {
                handles.put(person.username(), handleIn(answer));
            }
            return answer.status();
        });
        System.out.println("memory after  " + memory());
        System.out.printf(
                "%d at once: %.1f log-ins/s; all answers by status: %s%n",
                CROWD, Crowd.count(answers, 200) / (double) LOGGING_IN.toSeconds(), answers);
        return handles;
    }

    private void approve(List<Person> people, ConcurrentHashMap<String, String> handles, String secret)
            throws Exception {
        var payers = people.stream()
                .filter(person -> handles.containsKey(person.username()))
                .limit(PAYERS)
                .toList();
        var tokens = new ArrayList<String>();
        var gateway = service.gatewayToken(secret);
        for (var payer : payers) {
            var handle = "{\"handle\": \"%s\"}".formatted(handles.get(payer.username()));
            tokens.add(service.post("/internal/sessions/token", handle, gateway).text("$.accessToken"));
        }
        for (var clients : APPROVERS) {
            var answers = Crowd.of(clients, APPROVING, client -> {
                var payer = client % payers.size();
                return () -> service.post("/api/approvals", purchaseBy(payers.get(payer)), tokens.get(payer))
                        .status();
            });
            System.out.printf(
                    "%d at once: %d approvals/s; all answers by status: %s%n",
                    clients, Crowd.count(answers, 201) / APPROVING.toSeconds(), answers);
        }
    }

    private static String purchaseBy(Person payer) {
        return """
                {"pin": "%s", "operation": {"type": "purchase", "payee": "%s", "orderId": "%s",
                 "amount": {"amount": 100, "currency": "TTK"}}}""".formatted(payer.pin(), SHOP, UUID.randomUUID());
    }

    private static String handleIn(Answer answer) {
        return answer.cookie().replaceAll("^tiktoken_session=([^;]*);.*$", "$1");
    }

    private static double median(long[] nanos) {
        Arrays.sort(nanos);
        return nanos[nanos.length / 2] / 1e6;
    }

    /** What the service's process holds now, and held at most. */
    private String memory() throws IOException {
        return Files.readAllLines(Path.of("/proc", pid, "status")).stream()
                .filter(line -> line.startsWith("VmRSS:") || line.startsWith("VmHWM:"))
                .map(line -> line.replaceAll("\\s+", " "))
                .toList()
                .toString();
    }
}
