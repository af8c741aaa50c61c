package kr.minwon.gateway.open311;

import kr.minwon.problems.ProblemType;

/** Why a call is refused, beside faulty fields. */
final class Open311Problem {
    static final ProblemType NO_KEY = new ProblemType("open311-no-key", 403);
    static final ProblemType BAD_KEY = new ProblemType("open311-bad-key", 403);
    static final ProblemType UNKNOWN_JURISDICTION = new ProblemType("open311-unknown-jurisdiction", 404);
    static final ProblemType UNKNOWN_SERVICE = new ProblemType("open311-unknown-service", 404);
    static final ProblemType UNKNOWN_REQUEST = new ProblemType("open311-unknown-request", 404);
    static final ProblemType UNKNOWN_TOKEN = new ProblemType("open311-unknown-token", 404);
    static final ProblemType UNKNOWN_RESOURCE = new ProblemType("open311-unknown-resource", 404);
    static final ProblemType NO_FORM = new ProblemType("open311-no-form", 400);

    private Open311Problem() {}
}
