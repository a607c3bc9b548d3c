package io.tiktoken.wallet.ledger;

import static io.tiktoken.wallet.ledger.Posting.into;
import static io.tiktoken.wallet.ledger.Posting.intoWallet;
import static io.tiktoken.wallet.ledger.Posting.outOf;
import static io.tiktoken.wallet.ledger.Posting.outOfReserved;
import static io.tiktoken.wallet.ledger.Posting.outOfWallet;

import io.tiktoken.defaults.money.Money;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Every way in which money moves, each with the postings that it makes. Who pays comes first: when that
 * wallet cannot, nothing has been written yet.
 */
public sealed interface Movement {

    /** The id of what caused it, under which the journal takes it once. */
    UUID id();

    default EntryKind kind() {
        return switch (this) {
            case CardTopUp _ -> EntryKind.TOP_UP;
            case Transfer _ -> EntryKind.TRANSFER;
            case Purchase _ -> EntryKind.PURCHASE;
            case Refund _ -> EntryKind.REFUND;
            case Adjustment _ -> EntryKind.ADJUSTMENT;
        };
    }

    /** What the owner of a wallet knows it by: the order, the top-up, or this itself. */
    default UUID reference() {
        return id();
    }

    String description();

    /** Two or more, which add up to zero in every currency. */
    List<Posting> postings();

    /**
     * A card was charged in its own currency, and new TikTokens went to a wallet.
     *
     * @param fee what the shop keeps
     * @param rounding what was left over of the exchange
     * @param card as its holder knows it, such as {@code Visa •••• 4242}
     */
    record CardTopUp(UUID id, OwnerId owner, Money charged, Money credited, Money fee, Money rounding, String card)
            implements Movement {

        @Override
        public String description() {
            return "Card top-up of " + charged;
        }

        @Override
        public List<Posting> postings() {
            var paidIn = charged.currency();
            return Stream.of(
                            outOf(Account.cardClearing(paidIn), charged),
                            into(Account.fx(paidIn), charged),
                            outOf(Account.ISSUANCE, credited.plus(fee).plus(rounding)),
                            intoWallet(owner, credited, TransactionType.TOP_UP, card),
                            into(Account.FEES, fee),
                            into(Account.ROUNDING, rounding))
                    .filter(posting -> posting.amount().amount() != 0)
                    .toList();
        }
    }

    /**
     * One person sent money to another.
     *
     * @param sender and receiver as the other one sees them
     * @param note what the sender wrote to go with it
     */
    record Transfer(
            UUID id,
            Party sender,
            Party receiver,
            Money amount,
            @Nullable String note) implements Movement {

        /** One side of a transfer. */
        public record Party(OwnerId owner, String name) {}

        @Override
        public String description() {
            return note == null ? "Transfer" : note;
        }

        @Override
        public List<Posting> postings() {
            return List.of(
                    outOfWallet(sender.owner(), amount, TransactionType.TRANSFER_OUT, receiver.name()),
                    intoWallet(receiver.owner(), amount, TransactionType.TRANSFER_IN, sender.name()));
        }
    }

    /** Money that was set aside became the merchant's. */
    record Purchase(UUID id, OwnerId customer, OwnerId merchant, String merchantName, OrderId order, Money amount)
            implements Movement {

        @Override
        public UUID reference() {
            return order.value();
        }

        @Override
        public String description() {
            return "Purchase";
        }

        /** The merchant is not told who bought: the order's own pages say what a merchant needs to know. */
        @Override
        public List<Posting> postings() {
            return List.of(
                    outOfReserved(customer, amount, TransactionType.PURCHASE, merchantName),
                    intoWallet(merchant, amount, TransactionType.SALE, null));
        }
    }

    /** A merchant gave back a purchase, or a part of it. */
    record Refund(UUID id, OwnerId customer, OwnerId merchant, String merchantName, OrderId order, Money amount)
            implements Movement {

        @Override
        public UUID reference() {
            return order.value();
        }

        @Override
        public String description() {
            return "Refund";
        }

        @Override
        public List<Posting> postings() {
            return List.of(
                    outOfWallet(merchant, amount, TransactionType.REFUND, null),
                    intoWallet(customer, amount, TransactionType.REFUND, merchantName));
        }
    }

    /**
     * Administrators put something right.
     *
     * @param amount less than zero for what is taken out of the wallet
     * @param reference the transaction that is corrected, or itself
     */
    record Adjustment(UUID id, OwnerId owner, Money amount, String reason, UUID reference) implements Movement {

        @Override
        public String description() {
            return "Correction: " + reason;
        }

        @Override
        public List<Posting> postings() {
            return List.of(
                    intoWallet(owner, amount, TransactionType.ADJUSTMENT, null), outOf(Account.ISSUANCE, amount));
        }
    }
}
