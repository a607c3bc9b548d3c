package io.tiktoken.wallet.proof;

import io.tiktoken.wallet.proof.ReservationReader.OpenReservation;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All open reservations.
 *
 * @param amount what they come to, in the smallest unit of TikTokens
 * @param oldest when the oldest of them was made; null when there is none
 * @param wrong those that are not as they were made
 */
public record Promises(long open, long amount, @Nullable Instant oldest, Places wrong) {

    static final Promises NONE = new Promises(0, 0, null, Places.NONE);

    Promises with(List<OpenReservation> more) {
        var all = this;
        for (var reservation : more) {
            all = all.with(reservation);
        }
        return all;
    }

    private Promises with(OpenReservation reservation) {
        return new Promises(
                open + 1,
                amount + reservation.amount(),
                oldest == null || reservation.createdAt().isBefore(oldest) ? reservation.createdAt() : oldest,
                reservation.isSound() ? wrong : wrong.with(reservation.id()));
    }
}
