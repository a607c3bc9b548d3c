package io.tiktoken.wallet.adjustment;

import io.tiktoken.defaults.money.Money;
import io.tiktoken.wallet.adjustment.Adjustment.State;

/** Every answer to an administrator who asks for an adjustment or decides about one. */
public sealed interface Outcome {

    /** It stands as was wanted: booked, waiting, refused or withdrawn. */
    record Done(Adjustment adjustment) implements Outcome {}

    /** There is not so much available in the wallet; nothing was decided. */
    record InsufficientFunds() implements Outcome {}

    record TooMuch(Money most) implements Outcome {}

    /** The wallet has no transaction like the one that was to be corrected. */
    record UnknownTransaction() implements Outcome {}

    /** There is no such adjustment. */
    record Unknown() implements Outcome {}

    record NoLongerOpen(State state) implements Outcome {}

    /** Neither who asked for something nor whose wallet it is can be the one who confirms it. */
    record NeedsAnotherAdministrator() implements Outcome {}

    /** Whoever asked for it can administer no more, so it takes somebody else to ask. */
    record RequesterNoLongerAble() implements Outcome {}

    /** Who acts was an able administrator when their token was made, and is none any more. */
    record NoLongerAble() implements Outcome {}

    /** Nobody knows just now how many administrators there are; nothing was changed. */
    record NoAnswer() implements Outcome {}
}
