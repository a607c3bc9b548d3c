package io.tiktoken.auth.secondfactor.web;

import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.secondfactor.Enrolment;

/** What a person scans, or types, into their authenticator. */
record EnrolmentView(
        @Schema(example = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ")
        String secret,

        @Schema(
                example = "otpauth://totp/TikToken:alice?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                        + "&issuer=TikToken&algorithm=SHA1&digits=6&period=30")
        String otpauthUri,

        @Schema(description = "The same as a drawing", example = "<svg …/>")
        String qrSvg) {

    static EnrolmentView of(Enrolment enrolment) {
        return new EnrolmentView(enrolment.seed().base32(), enrolment.otpauthUri(), QrSvg.of(enrolment.otpauthUri()));
    }

    @Override
    public String toString() {
        return "EnrolmentView[not shown]";
    }
}
