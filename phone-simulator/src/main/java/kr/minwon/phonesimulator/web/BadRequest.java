package kr.minwon.phonesimulator.web;

/** Input that cannot be taken; the message says what to do about it and is shown. */
final class BadRequest extends RuntimeException {

    private static final long serialVersionUID = 1;

    BadRequest(String message) {
        super(message);
    }
}
