package kr.minwon.phonesimulator.fault;

/** What may be wrong with an answer over HTTP. */
public enum HttpFault {
    NONE,
    /** 500 with an error of the provider's own. */
    ERROR_500,
    /** 503 with a page, as of a proxy behind which the provider went away after it had the request. */
    PROXY_503,
    /** 200 with an error inside that no document names. */
    ERROR_200,
    /** The beginning of the answer, then the end of the connection. */
    HALF_BODY,
    /** 200 with a page. */
    HTML,
    /** 302 to another address. */
    REDIRECT,
    /** 200 with nothing. */
    EMPTY,
    /** Nothing for a minute, then the end of the connection. */
    SILENCE,
    /** The end of the connection. */
    DROP,
    /** 429, with Retry-After; such a text is never taken. */
    TOO_MANY,
    /** 503, with Retry-After; such a text is never taken. */
    UNAVAILABLE;

    /** Whether the answer itself says that the text was not taken. */
    public boolean saysNotTaken() {
        return this == TOO_MANY || this == UNAVAILABLE;
    }
}
