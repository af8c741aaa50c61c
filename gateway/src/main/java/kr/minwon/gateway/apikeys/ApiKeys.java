package kr.minwon.gateway.apikeys;

import java.util.Optional;

/** The API keys. */
public interface ApiKeys {
    /** The live key with that secret; a revoked one opens nothing. */
    Optional<ApiKey> bySecret(String secret);

    /** Whether there is no key at all. */
    boolean isEmpty();

    /** Stores a key, in place of one with the same secret. */
    void put(ApiKey key);

    /** Ends a key: from now on it opens nothing. */
    void revoke(SecretHash hash);
}
