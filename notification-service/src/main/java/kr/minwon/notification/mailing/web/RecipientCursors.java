package kr.minwon.notification.mailing.web;

import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.UnknownKeyException;
import org.jspecify.annotations.Nullable;

/**
 * Where a page of a mailing's recipients begins, sealed: the place itself is the identity of a phone, by which whoever reads
 * pages could tell that two mailings went to the same person.
 */
record RecipientCursors(FieldSealer sealer) {
    private static final String FIELD = "mailing.recipients/";
    private static final int LONGEST = 500;

    String sealed(String mailingId, String place) {
        return sealer.seal(FIELD + mailingId, place);
    }

    /** Null for one that was not made here for that mailing, or whose key is gone. */
    @Nullable
    String opened(String mailingId, String cursor) {
        if (cursor.length() > LONGEST) {
            return null;
        }
        try {
            return sealer.open(FIELD + mailingId, cursor);
        } catch (IllegalArgumentException | UnknownKeyException altered) {
            return null;
        }
    }
}
