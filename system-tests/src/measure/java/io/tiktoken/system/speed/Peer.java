package io.tiktoken.system.speed;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** Somebody else's server, started by a command, and the command that measures it and says how many it did a second. */
final class Peer implements AutoCloseable {

    /** As wrk says it. */
    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s*([0-9.]+)");

    private final Process server;
    private final String load;

    /** @param load in which {@code {customers}} and {@code {seconds}} stand for the numbers of a round */
    Peer(String command, String load) throws IOException {
        this.load = load;
        server = shell(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    /** How much it did a second, and what that cost of processor time, in milliseconds each. */
    record Result(double rate, double processorMillis) {}

    Result measure(int customers, int seconds) throws IOException, InterruptedException {
        var before = Processor.millisOfAll(server.toHandle());
        var words =
                load.replace("{customers}", String.valueOf(customers)).replace("{seconds}", String.valueOf(seconds));
        var process = shell(words).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor();
        var cost = Processor.millisOfAll(server.toHandle()) - before;
        var found = RATE.matcher(output);
        if (!found.find()) {
            throw new IOException(
                    "There is no \"Requests/sec: …\" in what the peer's load printed:%n%s".formatted(output));
        }
        var rate = Double.parseDouble(found.group(1));
        return new Result(rate, cost / (rate * seconds));
    }

    private static ProcessBuilder shell(String command) {
        return new ProcessBuilder("/bin/sh", "-c", "exec " + command);
    }

    @Override
    public void close() {
        server.descendants().forEach(ProcessHandle::destroy);
        server.destroy();
    }
}
