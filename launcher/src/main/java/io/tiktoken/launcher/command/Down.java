package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.process.StopServices;
import java.time.Duration;
import java.util.List;

/** Stops all services, and whoever starts or watches them. */
public final class Down {

    private static final Duration WITHOUT_A_WORD = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Context context;

    public Down(Context context) {
        this.context = context;
    }

    public void run() throws InterruptedException {
        var records = context.records();
        // Who watches services in the foreground, or starts them, also stops them; the others are left for here.
        for (var role : List.of(ProcessRecords.STARTER, ProcessRecords.KEEPER)) {
            end(role);
        }
        Train.end(context);
        new StopServices(records, context.terminal()).stop(records.running());
        records.forgetAll();
        context.terminal().say("TikToken is stopped.");
    }

    private void end(String role) throws InterruptedException {
        var records = context.records();
        var process = records.living(role);
        if (process.isEmpty()) {
            return;
        }
        process.get().destroy();
        var began = System.nanoTime();
        var told = false;
        while (records.lives(role)) {
            if (!told && System.nanoTime() - began > WITHOUT_A_WORD.toNanos()) {
                context.terminal()
                        .say("Waiting for ./tiktoken up, process %d, to stop the services ..."
                                .formatted(process.get().pid()));
                told = true;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
