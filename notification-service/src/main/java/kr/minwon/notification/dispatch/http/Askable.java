package kr.minwon.notification.dispatch.http;

import java.net.http.HttpRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import kr.minwon.notification.dispatch.Inquiry.Fate;
import kr.minwon.notification.dispatch.Inquiry.Question;

/** A provider that can be asked what became of a hand-over whose answer was lost. */
public interface Askable extends Protocol {
    /** How old a hand-over has to be before "never got it" is believed. */
    Duration settledAfter();

    /** The requests that tell; each is answered before {@link #fate} is asked for. */
    List<HttpRequest> ask(Question question, Instant now) throws Secret.Unreadable;

    /**
     * What the answers mean, in the order of the requests; each is 2xx.
     *
     * @param now when they came
     */
    Fate fate(List<Answer> answers, Question question, Instant now);
}
