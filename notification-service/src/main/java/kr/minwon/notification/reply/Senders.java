package kr.minwon.notification.reply;

import java.util.function.Function;

/** What each number has texted lately. */
public interface Senders {
    /** The keyed hash of a text, by which it is known again without being kept. */
    String hash(String text);

    /**
     * Takes a text of a number, unless somebody else was faster, in which case it is decided again.
     *
     * @param from 11 digits, or whatever the carrier says
     */
    Sender.Verdict take(String from, Function<Sender, Sender.Verdict> decide);
}
