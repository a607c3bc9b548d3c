package io.tiktoken.wallet.approval;

import io.tiktoken.defaults.crypto.Secret;
import jakarta.validation.constraints.AssertTrue;
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
public record ApprovalSettings(@DefaultValue("") Secret key) {

    @AssertTrue(message = "set TIKTOKEN_APPROVAL_KEY to the 32 bytes in base64 that auth-service signs approvals with")
    boolean isKeyComplete() {
        return key.isKey();
    }
}
