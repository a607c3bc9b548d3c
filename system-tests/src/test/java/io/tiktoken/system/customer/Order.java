package io.tiktoken.system.customer;

import java.util.List;
import java.util.UUID;

/**
 * What somebody wants to buy, and how far that has come.
 *
 * @param refusal why the last payment was refused, if it was
 */
public record Order(UUID id, String status, String refusal, List<Line> lines, Money total, Merchant merchant) {

    public record Line(UUID productId, String name, Money unitPrice, int quantity, Money total) {}

    public record Merchant(UUID id, String name) {}

    public boolean isUnderWay() {
        return status.equals("PROCESSING");
    }
}
