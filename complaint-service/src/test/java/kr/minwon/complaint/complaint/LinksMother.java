package kr.minwon.complaint.complaint;

import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.sealedfields.KeyedHash;

/** Links under keys of their own. */
public final class LinksMother {
    private LinksMother() {}

    public static ActionLinks links() {
        return new ActionLinks(new KeyedHash(ring("l1")), new FieldSealer(ring("f1")));
    }

    private static KeyRing ring(String id) {
        return KeyRing.of(id, new byte[32]);
    }
}
