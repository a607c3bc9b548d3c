package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.user.RecoveryCode;
import java.util.List;

/** Ten codes to write down, shown this once. */
record RecoveryCodesView(
        @Schema(example = "[\"K7QM2-X0D4V-93TRN-HB8WS\"]") List<String> recoveryCodes) {

    static RecoveryCodesView of(List<RecoveryCode> codes) {
        return new RecoveryCodesView(codes.stream().map(RecoveryCode::text).toList());
    }

    @Override
    public String toString() {
        return "RecoveryCodesView[not shown]";
    }
}
