package kr.minwon.gateway.open311;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.gateway.apikeys.ApiKeys;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** For which office a call is, and by whose key. */
@Component
@EnableConfigurationProperties(Open311Settings.class)
class Door {
    private final ApiKeys keys;
    private final String office;
    private final Set<String> jurisdictions;

    Door(ApiKeys keys, Open311Settings settings, @Value("${minwon.office}") String office) {
        this.keys = keys;
        this.office = office;
        this.jurisdictions = Stream.concat(Stream.of(office), settings.jurisdictions().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** One office is served here; whoever names another is told that it is not. */
    void checkJurisdiction(Parameters asked) {
        String named = asked.get("jurisdiction_id");
        if (named != null && !jurisdictions.contains(named)) {
            throw new ProblemException(Open311Problem.UNKNOWN_JURISDICTION);
        }
    }

    /** Whose key it is; a key of another office opens nothing here. */
    Caller caller(Parameters asked) {
        String secret = asked.get("api_key");
        if (secret == null) {
            throw new ProblemException(Open311Problem.NO_KEY);
        }
        return keys.bySecret(secret)
                .filter(key -> key.officeId().equals(office))
                .orElseThrow(() -> new ProblemException(Open311Problem.BAD_KEY))
                .caller();
    }
}
