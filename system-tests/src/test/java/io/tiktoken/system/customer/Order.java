package io.tiktoken.system.customer;

import java.util.List;
import java.util.UUID;

/** What somebody wants to buy, and how far that has come. */
public record Order(UUID id, String status, List<Line> lines, Money total, Merchant merchant, List<Event> timeline) {

    public record Line(UUID productId, String name, Money unitPrice, int quantity, Money total) {}

    public record Merchant(UUID id, String name) {}

    /**
     * One change of status.
     *
     * @param reason what the status alone does not say: why a payment was refused
     */
    public record Event(String status, String reason) {}

    public boolean isUnderWay() {
        return status.equals("PROCESSING");
    }

    /** Why it is again, or still, waiting to be paid. */
    public String refusal() {
        return timeline.getLast().reason();
    }
}
