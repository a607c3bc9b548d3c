package io.tiktoken.auth.client.web;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import io.tiktoken.auth.client.ClientKind;
import io.tiktoken.auth.client.ClientName;
import io.tiktoken.defaults.text.CardNumbers;
import io.tiktoken.defaults.text.VisibleText;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import org.hibernate.validator.constraints.CodePointLength;

/** Asks for a new client. */
record NewClientRequest(
        @NotNull Kind kind,

        @NotNull @CodePointLength(min = ClientName.SHORTEST, max = ClientName.LONGEST) @Schema(example = "Corner Books")
        String name) {

    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    NewClientRequest {
        name = name == null ? null : VisibleText.of(name);
    }

    /** The kinds as they are written. */
    enum Kind {
        @JsonProperty("merchant")
        MERCHANT(ClientKind.MERCHANT),
        @JsonProperty("kiosk")
        KIOSK(ClientKind.KIOSK);

        private final ClientKind kind;

        Kind(ClientKind kind) {
            this.kind = kind;
        }
    }

    @AssertTrue(message = "must have letters or digits that can be seen")
    @Schema(hidden = true)
    @SuppressWarnings("NullAway") // Validated before anybody else looks at it: any part may still be missing.
    boolean isNameReadable() {
        return name == null || ClientName.typed(name).isPresent();
    }

    ClientKind clientKind() {
        return kind.kind;
    }

    ClientName clientName() {
        CardNumbers.refuse(name);
        return ClientName.typed(name).orElseThrow();
    }
}
