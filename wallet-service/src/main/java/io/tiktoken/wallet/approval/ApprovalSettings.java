package io.tiktoken.wallet.approval;

import jakarta.validation.constraints.AssertTrue;
import java.util.Base64;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * What this service shares with auth-service.
 *
 * @param key 32 bytes in base64, with which auth-service signs approvals
 */
@Validated
@ConfigurationProperties("tiktoken.approval")
public record ApprovalSettings(@DefaultValue("") String key) {

    private static final int KEY_BYTES = 32;

    /** Said about the key, not of it: whatever is wrong with a setting is printed, together with its value. */
    @AssertTrue(message = "set TIKTOKEN_APPROVAL_KEY to the 32 bytes in base64 that auth-service signs approvals with")
    boolean isKeyComplete() {
        try {
            return keyBytes().length == KEY_BYTES;
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    byte[] keyBytes() {
        return Base64.getDecoder().decode(key);
    }

    /** Without the key, which must not get into a log. */
    @Override
    public String toString() {
        return "ApprovalSettings[key=…]";
    }
}
