package io.tiktoken.launcher.command;

import io.tiktoken.launcher.process.ExitHook;
import io.tiktoken.launcher.process.Patience;
import io.tiktoken.launcher.process.ProcessRecords;
import io.tiktoken.launcher.process.Programs;
import io.tiktoken.launcher.process.StartCaches;
import io.tiktoken.launcher.process.StartService;
import io.tiktoken.launcher.process.StartServices;
import io.tiktoken.launcher.process.WatchServices;
import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.LaunchContract;
import io.tiktoken.launcher.shop.Places;
import io.tiktoken.launcher.shop.Secrets;
import io.tiktoken.launcher.terminal.Terminal;
import java.util.Map;

/**
 * What every command works with.
 *
 * @param environment the caller's
 */
public record Context(
        Places places, Map<String, String> environment, ProcessRecords records, StartCaches caches, Terminal terminal) {

    public Context(Places places, Map<String, String> environment, Terminal terminal) {
        this(places, environment, new ProcessRecords(places), StartCaches.inUse(places.home(), environment), terminal);
    }

    /** A shop that runs keeps the addresses it was started with. */
    Addresses addresses() {
        return records.running().isEmpty() ? Addresses.of(environment) : Addresses.ofRunning(places, environment);
    }

    Programs programs(ExitHook exitHook) {
        return new Programs(places, environment, caches, exitHook);
    }

    LaunchContract contract(Addresses addresses, boolean jsonLogs) {
        return new LaunchContract(environment, places, addresses, Secrets.prepare(places, environment), jsonLogs);
    }

    StartServices startServices(Addresses addresses, boolean jsonLogs, ExitHook exitHook) {
        return new StartServices(
                places, addresses, records, startService(addresses, jsonLogs, exitHook), patience(), terminal);
    }

    WatchServices watchServices(Addresses addresses, boolean jsonLogs, ExitHook exitHook) {
        return new WatchServices(
                places, addresses, records, startService(addresses, jsonLogs, exitHook), patience(), terminal);
    }

    private StartService startService(Addresses addresses, boolean jsonLogs, ExitHook exitHook) {
        return new StartService(places, programs(exitHook), contract(addresses, jsonLogs), records);
    }

    private Patience patience() {
        return Patience.of(environment);
    }
}
