package kr.minwon.gateway.clients;

import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Refusals as a service would answer them, for tests of what is done with them. */
public final class Refusal {
    private Refusal() {}

    /** A problem of ours. */
    public static ServiceProblem of(int status, String slug, ServiceProblem.FieldError... errors) {
        return new ServiceProblem(
                status,
                new ServiceProblem.Document(
                        URI.create("urn:minwon:problem:" + slug), "제목 " + slug, "설명 " + slug, List.of(errors)),
                status == 429 || status == 503 ? Duration.ofSeconds(90) : null);
    }
}
