package io.tiktoken.wallet.ledger;

import org.jspecify.annotations.Nullable;

/**
 * How entries are sealed.
 *
 * <p>In the second form each posting has a digest of its own, behind a {@link Salt} of its own, and the entry's content
 * digest covers only those: so an entry can be shown to the owner of one posting, who learns nothing of the others. The
 * entry's hash ties the content digest to the hash before it. In the first form, which entries without a salt keep, the
 * hash covers all fields at once.
 *
 * <p>It is for one thread.
 */
public final class Seal {

    /** The form that new entries are sealed in. */
    public static final int FORM = 2;

    private final FieldDigest digest = new FieldDigest();

    /**
     * The hash of an entry.
     *
     * @param salt null for an entry of the first form
     */
    public Hash of(Sealable entry, @Nullable Salt salt, Hash previous) {
        return salt == null ? firstForm(entry, previous) : tie(contentOf(entry, salt), previous);
    }

    /** Ties content to all before it. */
    public Hash tie(Hash content, Hash previous) {
        return digest.addRaw(previous).addRaw(content).end();
    }

    /** The digest of an entry, which tells nothing to who does not know it already. */
    public Hash contentOf(Sealable entry, Salt salt) {
        var lines = entry.lines();
        var digests = lines.stream().map(line -> digestOf(line, salt)).toList();
        digest.add(FORM);
        entry.writeTo(digest);
        digest.add(digests.size());
        digests.forEach(posting -> digest.add(posting.hex()));
        return digest.end();
    }

    /** The digest of one posting. */
    public Hash digestOf(Sealable.Line line, Salt salt) {
        var own = saltOf(line, salt);
        digest.add(own.hex()).add(line.number());
        line.writeTo(digest);
        return digest.end();
    }

    /** The salt of one posting, from which neither the entry's nor another posting's can be found. */
    public Salt saltOf(Sealable.Line line, Salt salt) {
        return new Salt(digest.add(salt.hex()).add(line.number()).end().hex());
    }

    private Hash firstForm(Sealable entry, Hash previous) {
        digest.addRaw(previous);
        entry.writeTo(digest);
        digest.add(entry.lines().size());
        entry.lines().forEach(line -> line.writeTo(digest));
        return digest.end();
    }
}
