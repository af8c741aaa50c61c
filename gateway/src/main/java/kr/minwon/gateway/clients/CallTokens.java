package kr.minwon.gateway.clients;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import kr.minwon.signedcalls.CallKeys;
import kr.minwon.signedcalls.CallSigner;
import kr.minwon.signedcalls.Caller;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Signed tokens by caller and service. One is used again for half its life, because a signature costs more than the
 * rest of a forwarded call.
 */
@Component
public class CallTokens {
    private static final Duration KEPT = Duration.ofSeconds(30);
    private static final int MOST_KEPT = 20_000;

    private record Key(Caller caller, String audience) {}

    private final LoadingCache<Key, String> tokens;

    @Autowired
    CallTokens(@Value("${minwon.keys.caller-private}") Path privateKey) {
        this(new CallSigner(CallKeys.privateKey(privateKey), Clock.systemUTC()));
    }

    CallTokens(CallSigner signer) {
        tokens = Caffeine.newBuilder()
                .expireAfterWrite(KEPT)
                .maximumSize(MOST_KEPT)
                .build(key -> signer.sign(key.caller(), key.audience()));
    }

    /** A token that the service takes for at least another 30 s. */
    public String of(Caller caller, String service) {
        return tokens.get(new Key(caller, service));
    }
}
