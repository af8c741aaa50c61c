package kr.minwon.gateway.door;

import java.io.IOException;

/** A body without an announced length went on past its limit. */
public final class BodyTooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    BodyTooLargeException() {
        super("body over the limit");
    }
}
