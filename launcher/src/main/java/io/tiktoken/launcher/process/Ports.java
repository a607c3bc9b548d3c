package io.tiktoken.launcher.process;

import io.tiktoken.launcher.shop.Addresses;
import io.tiktoken.launcher.shop.PortOffset;
import io.tiktoken.launcher.shop.Service;
import io.tiktoken.launcher.terminal.Failure;
import io.tiktoken.launcher.terminal.Terminal;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.regex.Pattern;

/** The ports of this machine. */
public final class Ports {

    private static final Pattern LISTENER = Pattern.compile("users:\\(\\(\"([^\"]*)\",pid=([0-9]+)");

    private Ports() {}

    /** Refuses to go on when somebody else listens where the services are going to. */
    public static void check(Set<Service> services, Addresses addresses, Terminal terminal) {
        addresses.offset().objection().ifPresent(objection -> {
            throw new Failure(objection + " Another one is free: " + PortOffset.suggestion(Ports::isFree));
        });
        var taken = false;
        for (var service : services) {
            for (var port : addresses.portsOf(service)) {
                if (!isFree(port)) {
                    terminal.warn("Port %d, which %s needs, is in use by %s."
                            .formatted(port, service.module(), userOf(port)));
                    taken = true;
                }
            }
        }
        if (taken) {
            throw new Failure(
                    "Stop what uses it, or move all ports, for example: " + PortOffset.suggestion(Ports::isFree));
        }
    }

    /** For a shop beside another one: nobody listens on any of its ports. */
    public static PortOffset freeOffset() {
        return PortOffset.free(Ports::isFree)
                .orElseThrow(() -> new Failure("There are no free ports for another shop on this machine."));
    }

    /** Nobody listens there, on whichever address. */
    static boolean isFree(int port) {
        return canListen(new InetSocketAddress(port))
                && canListen(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
    }

    private static boolean canListen(InetSocketAddress address) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true); // What lingers of connections that have ended does not count.
            socket.bind(address);
            return true;
        } catch (IOException taken) {
            return false;
        }
    }

    /** As well as can be told: there may be no ss, and it tells only its own user's processes. */
    private static String userOf(int port) {
        return Command.answer("ss", "-Hltnp", "sport = :" + port)
                .map(text -> {
                    var listener = LISTENER.matcher(text);
                    return listener.find()
                            ? "%s, process %s".formatted(listener.group(1), listener.group(2))
                            : "a process of another user";
                })
                .orElse("another process");
    }
}
