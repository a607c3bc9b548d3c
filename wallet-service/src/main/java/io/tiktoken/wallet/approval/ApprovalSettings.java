package io.tiktoken.wallet.approval;

import jakarta.validation.constraints.NotBlank;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/**
 * What this service shares with auth-service.
 *
 * @param key 32 bytes in base64, with which auth-service signs approvals
 */
@Validated
@ConfigurationProperties("tiktoken.approval")
public record ApprovalSettings(
        @NotBlank(message = "set TIKTOKEN_APPROVAL_KEY to the key that auth-service signs approvals with")
        String key) {

    private static final int KEY_BYTES = 32;

    byte[] keyBytes() {
        var bytes = Base64.getDecoder().decode(key);
        if (bytes.length != KEY_BYTES) {
            throw new IllegalArgumentException("TIKTOKEN_APPROVAL_KEY must be %d bytes in base64".formatted(KEY_BYTES));
        }
        return bytes;
    }

    /** Without the key, which must not get into a log. */
    @Override
    public String toString() {
        return "ApprovalSettings[key=…]";
    }
}
