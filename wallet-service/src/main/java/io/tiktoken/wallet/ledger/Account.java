package io.tiktoken.wallet.ledger;

import io.tiktoken.defaults.money.Currency;

/**
 * A place where money can be: somebody's wallet, or one of the shop's own accounts, which make every
 * movement add up to zero. A wallet's balance is what we owe its owner, so what others owe us is negative.
 *
 * @param mayOverdraw false for wallets: nobody spends what they do not have
 */
public record Account(String name, Currency currency, boolean mayOverdraw) {

    /** All TikTokens there are come from here: its balance is their number, negative. */
    public static final Account ISSUANCE = ofTheShop("issuance", Currency.TTK);

    public static final Account FEES = ofTheShop("fees", Currency.TTK);
    /** The part of a smallest unit that a conversion leaves over. */
    public static final Account ROUNDING = ofTheShop("rounding", Currency.TTK);

    public static Account walletOf(OwnerId owner) {
        return new Account("wallet/" + owner, Currency.TTK, false);
    }

    /** What the card processor has charged and still owes us. */
    public static Account cardClearing(Currency currency) {
        return ofTheShop("card-clearing/" + currency, currency);
    }

    /** Money of one currency that was exchanged for TikTokens. */
    public static Account fx(Currency currency) {
        return ofTheShop("fx/" + currency, currency);
    }

    private static Account ofTheShop(String name, Currency currency) {
        return new Account(name, currency, true);
    }
}
