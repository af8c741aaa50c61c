package kr.minwon.notification.dispatch.http;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/** Requests with a JSON body. */
public final class Json {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private Json() {}

    /** A POST of these fields. */
    public static HttpRequest.Builder post(URI uri, Map<String, ?> fields) {
        return HttpRequest.newBuilder(uri)
                .header("Content-Type", "application/json; charset=utf-8")
                .POST(HttpRequest.BodyPublishers.ofByteArray(JSON.writeValueAsBytes(fields)));
    }
}
