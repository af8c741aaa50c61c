package kr.minwon.standalone;

import java.io.IOException;
import kr.minwon.addresses.Addresses;
import kr.minwon.addresses.KeyFile;
import kr.minwon.sealedfields.KeyRing;
import kr.minwon.signedcalls.CallKeys;

/** Makes the key files of a first try; an office brings its own. */
final class Secrets {
    private Secrets() {}

    static void createMissing(Addresses addresses) throws IOException {
        KeyRing.createIfMissing(addresses.key(KeyFile.FIELDS), "f1");
        KeyRing.createIfMissing(addresses.key(KeyFile.CONTACTS), "c1");
        KeyRing.createIfMissing(addresses.key(KeyFile.LOOKUP), "l1");
        CallKeys.createIfMissing(addresses.key(KeyFile.CALLER_PRIVATE), addresses.key(KeyFile.CALLERS), "g1");
    }
}
