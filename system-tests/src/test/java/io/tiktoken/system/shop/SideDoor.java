package io.tiktoken.system.shop;

import java.net.URI;

/** One more gateway to the same shop, for as long as a story needs it. */
public final class SideDoor implements AutoCloseable {

    private final URI url;
    private final ServiceProcess gateway;

    SideDoor(URI url, ServiceProcess gateway) {
        this.url = url;
        this.gateway = gateway;
    }

    public URI url() {
        return url;
    }

    @Override
    public void close() {
        gateway.kill();
    }
}
