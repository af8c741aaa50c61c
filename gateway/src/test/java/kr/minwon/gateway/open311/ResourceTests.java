package kr.minwon.gateway.open311;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResourceTests {
    @Test
    void readsWhatAPathNames() {
        assertThat(Resource.of("/open311/v2/requests.xml"))
                .contains(new Resource(Resource.Kind.REQUESTS, null, Format.XML));
        assertThat(Resource.of("/open311/v2/requests/2611-4821-9375.json"))
                .contains(new Resource(Resource.Kind.REQUESTS, "2611-4821-9375", Format.JSON));
        assertThat(Resource.of("/open311/v2/services/%EA%B0%80.b.xml"))
                .contains(new Resource(Resource.Kind.SERVICES, "가.b", Format.XML));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/open311",
                "/open311/v2",
                "/open311/v2/",
                "/open311/v2/requests",
                "/open311/v2/requests.yaml",
                "/open311/v2/requests.XML",
                "/open311/v2/requests/.xml",
                "/open311/v2/requests/1/2.xml",
                "/open311/v2/tokens.xml",
                "/open311/v2/discovery/1.xml",
                "/open311/v2/nothing.xml",
                "/open311/v1/requests.xml"
            })
    void findsNothingElse(String path) {
        assertThat(Resource.of(path)).isEmpty();
    }
}
