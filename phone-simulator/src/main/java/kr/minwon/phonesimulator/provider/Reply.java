package kr.minwon.phonesimulator.provider;

import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * What is answered.
 *
 * @param status HTTP status
 */
record Reply(int status, Object body) {

    private static final JsonMapper JSON = new JsonMapper();

    static Reply ok(Object body) {
        return new Reply(200, body);
    }

    static Reply of(int status, String code, String message) {
        return new Reply(status, Map.of("errorCode", code, "errorMessage", message));
    }

    byte[] json() {
        return JSON.writeValueAsBytes(body);
    }
}
