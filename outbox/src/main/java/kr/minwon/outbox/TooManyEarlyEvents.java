package kr.minwon.outbox;

/** A document already keeps as many early events as it may; the predecessor seems lost. */
public final class TooManyEarlyEvents extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooManyEarlyEvents(String subject) {
        super("too many events wait for a missing one of " + subject);
    }
}
