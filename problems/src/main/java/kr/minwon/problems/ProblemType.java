package kr.minwon.problems;

import java.net.URI;

/**
 * A kind of problem that clients may rely on.
 *
 * @param slug stable name; the key of its sentences in the bundles
 * @param status HTTP status
 */
public record ProblemType(String slug, int status) {
    public static final ProblemType BROKEN_JSON = new ProblemType("broken-json", 400);
    public static final ProblemType BROKEN_ENCODING = new ProblemType("broken-encoding", 400);
    public static final ProblemType BAD_REQUEST = new ProblemType("bad-request", 400);
    public static final ProblemType NOT_SIGNED_IN = new ProblemType("not-signed-in", 401);
    public static final ProblemType NOT_SIGNED = new ProblemType("not-signed", 401);
    public static final ProblemType FORBIDDEN = new ProblemType("forbidden", 403);
    public static final ProblemType OTHER_DEPARTMENT = new ProblemType("other-department", 403);
    public static final ProblemType NO_SUCH_PAGE = new ProblemType("no-such-page", 404);
    public static final ProblemType WRONG_METHOD = new ProblemType("wrong-method", 405);
    public static final ProblemType NOT_ACCEPTABLE = new ProblemType("not-acceptable", 406);
    public static final ProblemType BODY_TOO_LARGE = new ProblemType("body-too-large", 413);
    public static final ProblemType WRONG_CONTENT_TYPE = new ProblemType("wrong-content-type", 415);
    public static final ProblemType INVALID_FIELDS = new ProblemType("invalid-fields", 422);
    public static final ProblemType INTERNAL = new ProblemType("internal", 500);
    public static final ProblemType STORE_AWAY = new ProblemType("store-away", 503);

    public ProblemType {
        if (!slug.matches("[a-z][a-z0-9-]*") || status < 400 || status > 599) {
            throw new IllegalArgumentException("no problem type: " + slug + " " + status);
        }
    }

    /** The {@code type} of the problem document: {@code urn:minwon:problem:<slug>}. */
    public URI uri() {
        return URI.create("urn:minwon:problem:" + slug);
    }
}
