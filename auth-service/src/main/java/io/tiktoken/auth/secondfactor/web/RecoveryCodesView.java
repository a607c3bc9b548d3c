package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.shownonce.web.ShownOnce;
import io.tiktoken.auth.user.RecoveryCode;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Ten codes to write down, shown this once. */
record RecoveryCodesView(
        @Schema(example = "[\"K7QM2-X0D4V-93TRN-HB8WS\"]") List<String> recoveryCodes) {

    static ResponseEntity<?> shown(List<RecoveryCode> codes) {
        var texts = codes.stream().map(RecoveryCode::text).toList();
        return ShownOnce.shown(HttpStatus.OK, new RecoveryCodesView(texts));
    }

    @Override
    public String toString() {
        return "RecoveryCodesView[not shown]";
    }
}
