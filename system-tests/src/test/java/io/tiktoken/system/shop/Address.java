package io.tiktoken.system.shop;

import java.net.URI;

/** Where one part listens: a port for its work, another for those who look after it. */
record Address(int port, int managementPort) {

    URI url() {
        return URI.create("http://127.0.0.1:" + port);
    }

    URI managementUrl() {
        return URI.create("http://127.0.0.1:" + managementPort);
    }

    URI readiness() {
        return managementUrl().resolve("/actuator/health/readiness");
    }
}
