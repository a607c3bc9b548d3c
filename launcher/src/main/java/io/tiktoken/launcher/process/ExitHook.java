package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Terminal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;

/**
 * However the command ends, by itself or by a signal: what it is responsible for is stopped, once. The JVM runs this in
 * a thread of its own beside the one that works, so whatever may not be cut in two is done as a step.
 */
public final class ExitHook {

    private final ProcessRecords records;
    private final Terminal terminal;
    private final ReentrantLock steps = new ReentrantLock();
    private final Set<Service> toStop = EnumSet.noneOf(Service.class);
    private final List<Process> children = new ArrayList<>();
    private String role = "";
    private boolean endsWell;
    private boolean killsAtExit;

    private ExitHook(ProcessRecords records, Terminal terminal) {
        this.records = records;
        this.terminal = terminal;
    }

    public static ExitHook install(ProcessRecords records, Terminal terminal) {
        var hook = new ExitHook(records, terminal);
        Runtime.getRuntime().addShutdownHook(new Thread(hook::end, "exit"));
        return hook;
    }

    /** Does something whole. Once the program is ending, nothing is begun any more and the caller waits for the end. */
    public <T> T step(Supplier<T> action) {
        steps.lock();
        try {
            return action.get();
        } finally {
            steps.unlock();
        }
    }

    /** The record to be forgotten at the end. */
    public void actAs(String name) {
        step(() -> role = name);
    }

    /** A process that makes no sense without this one. */
    public Process start(Command command) {
        return step(() -> {
            var child = command.start();
            children.add(child);
            return child;
        });
    }

    public void stopAtExit(Set<Service> services) {
        step(() -> toStop.addAll(services));
    }

    /** What was started is there to stay. */
    public void leaveRunning() {
        step(() -> {
            toStop.clear();
            return toStop;
        });
    }

    /** Whether a signal is the expected end, which is exit code 0. */
    public void endWell(boolean expected) {
        step(() -> endsWell = expected);
    }

    /** Services are killed instead of being asked to stop: they have no requests to finish, and nothing that they wrote is kept. */
    public void killAtExit() {
        step(() -> killsAtExit = true);
    }

    private void end() {
        steps.lock(); // For ever: the other thread may begin nothing any more.
        for (var child : children) {
            child.descendants().forEach(ProcessHandle::destroy);
            child.destroy();
        }
        if (killsAtExit) {
            new StopServices(records, terminal).kill(toStop);
        } else if (!toStop.isEmpty()) {
            terminal.say("Stopping ...");
            try {
                new StopServices(records, terminal).stop(toStop);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (records.isSelf(role)) {
            records.forget(role);
        }
        if (endsWell) {
            Runtime.getRuntime().halt(0);
        }
    }
}
