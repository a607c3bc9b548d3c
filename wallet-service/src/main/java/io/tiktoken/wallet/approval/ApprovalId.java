package io.tiktoken.wallet.approval;

import java.util.UUID;

/** Names one approval; it is good for one effect. */
public record ApprovalId(UUID value) {

    @Override
    public String toString() {
        return value.toString();
    }
}
