package io.tiktoken.system.bank;

import io.tiktoken.system.bank.Deed.Fate;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Compares what clients were told with what is in the books: what was done is there once and with its amount, what was
 * refused is not, what nobody was told may be either, and there is nothing else.
 */
final class Reckoning {

    private final Map<UUID, Books.Entry> entries;
    private final Map<UUID, Long> transfersByNote;
    private final Map<UUID, String> states;
    private final Map<UUID, UUID> topUps;
    private final Set<UUID> accountedFor = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    Reckoning(Books books) throws SQLException {
        this.entries = books.entries();
        this.transfersByNote = books.transfersByNote();
        this.states = books.reservationStates();
        this.topUps = books.topUpsByKey();
    }

    List<String> faultsOf(List<Deed> deeds) {
        deeds.forEach(this::compare);
        entries.keySet().stream()
                .filter(id -> !accountedFor.contains(id))
                .forEach(id -> faults.add("nobody asked for " + id + ": " + entries.get(id)));
        transfersByNote.forEach((note, count) -> {
            if (count != 1) {
                faults.add("transfer %s was made %d times".formatted(note, count));
            }
        });
        return faults;
    }

    private void compare(Deed deed) {
        switch (deed.kind()) {
            case TRANSFER, REFUND -> compareEntry(deed, deed.id(), deed.kind().name());
            case TOP_UP ->
                Optional.ofNullable(topUps.get(deed.id()))
                        .ifPresentOrElse(
                                topUp -> compareEntry(deed, topUp, "TOP_UP"),
                                () -> expect(deed, deed.fate() != Fate.DONE));
            case RESERVE -> compareReservation(deed);
            case COMMIT -> compareCommit(deed);
            case RELEASE -> compareRelease(deed);
        }
    }

    private void compareEntry(Deed deed, UUID id, String kind) {
        var entry = entries.get(id);
        if (entry == null) {
            expect(deed, deed.fate() != Fate.DONE);
            return;
        }
        accountedFor.add(id);
        expect(deed, deed.fate() != Fate.REFUSED && entry.equals(new Books.Entry(kind, deed.amount())));
    }

    private void compareReservation(Deed deed) {
        var state = states.getOrDefault(deed.id(), "NONE");
        expect(
                deed,
                switch (deed.fate()) {
                    case DONE -> !Set.of("NONE", "REFUSED", "TOMBSTONE").contains(state);
                    case REFUSED -> Set.of("REFUSED", "EXPIRED").contains(state);
                    case UNKNOWN ->
                        Set.of("NONE", "REFUSED", "RESERVED", "EXPIRED").contains(state);
                });
    }

    /** A refusal is one because the reservation has ended otherwise. */
    private void compareCommit(Deed deed) {
        if (deed.fate() == Fate.REFUSED) {
            expect(deed, !entries.containsKey(deed.id()));
        } else {
            compareEntry(deed, deed.id(), "PURCHASE");
        }
    }

    private void compareRelease(Deed deed) {
        var committed = entries.containsKey(deed.id());
        var open = "RESERVED".equals(states.get(deed.id()));
        expect(deed, deed.fate() == Fate.UNKNOWN || (!open && (deed.fate() == Fate.REFUSED) == committed));
    }

    private void expect(Deed deed, boolean right) {
        if (!right) {
            faults.add("%s; entry %s, reservation %s".formatted(deed, entries.get(deed.id()), states.get(deed.id())));
        }
    }
}
