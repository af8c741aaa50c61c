package kr.minwon.notification.reply;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.ReceivedTexts.Change;
import kr.minwon.notification.reply.Reply.Handling;
import kr.minwon.notification.reply.Reply.Handling.What;
import org.jspecify.annotations.Nullable;

/** What people of the office do with the texts that nobody else could tell. Of two who do, the first counts. */
public final class HandleReplies {
    private final ReceivedTexts texts;
    private final Cases cases;
    private final Clock clock;

    public HandleReplies(ReceivedTexts texts, Cases cases, Clock clock) {
        this.texts = texts;
        this.cases = cases;
        this.clock = clock;
    }

    /** Who does it. */
    public record By(String officeId, String id, String name) {}

    /** What became of it. */
    public sealed interface Outcome {
        /** It is done. */
        record Done(Reply reply) implements Outcome {}

        /** There is no such text. */
        record NotFound() implements Outcome {}

        /**
         * It does not wait for anybody.
         *
         * @param handling who was first; null when the text was understood without anybody
         */
        record Handled(@Nullable Handling handling) implements Outcome {}

        /** There is no such case here. */
        record NoSuchCase() implements Outcome {}

        /** Whoever has no mobile cannot be answered, so nothing is filed by text. */
        record NoMobile() implements Outcome {}
    }

    /** Gives it to whoever has a case, as a note. */
    public Outcome attach(String id, String receiptNumber, By by) {
        Optional<CaseRecord> one = cases.ofReceiptNumber(receiptNumber)
                .filter(found -> found.about().officeId().equals(by.officeId()));
        return one.isEmpty()
                ? new Outcome.NoSuchCase()
                : handle(
                        id,
                        by,
                        reply -> done(
                                reply,
                                What.ATTACHED,
                                by,
                                null,
                                Meaning.of(Kind.NOTE, one.get().about())));
    }

    /** Files it as a complaint. */
    public Outcome file(String id, @Nullable String title, By by) {
        return handle(id, by, reply -> {
            if (!reply.isFromMobile() || reply.text().isBlank()) {
                return new Change<>(null, new Outcome.NoMobile());
            }
            String first = title == null ? Complaining.title(reply.text()) : title;
            Meaning meaning =
                    Meaning.complaint(first, Complaining.place(reply.text()).orElse(null));
            return done(reply, What.FILED, by, null, meaning);
        });
    }

    /** Puts it aside. */
    public Outcome close(String id, String note, By by) {
        return handle(id, by, reply -> done(reply, What.DONE, by, note, reply.meaning()));
    }

    /** Its case could not take it; the same again does nothing. */
    public void refused(String id, String refusal) {
        texts.change(
                id,
                reply -> reply == null || reply.refusal() != null
                        ? new Change<>(null, false)
                        : new Change<>(reply.refused(refusal), true));
    }

    private Outcome handle(String id, By by, Function<Reply, Change<Outcome>> how) {
        return texts.<Outcome>change(id, reply -> {
            if (reply == null || !reply.officeId().equals(by.officeId())) {
                return new Change<>(null, new Outcome.NotFound());
            }
            Change<Outcome> change = how.apply(reply);
            return reply.isUnhandled()
                    ? change
                    : new Change<>(
                            null,
                            isSame(reply, change.next())
                                    ? new Outcome.Done(reply)
                                    : new Outcome.Handled(reply.handling()));
        });
    }

    /** The same once more by whoever did it, such as a request that is sent again: it is so. */
    private static boolean isSame(Reply reply, @Nullable Reply again) {
        Handling first = reply.handling();
        Handling second = again == null ? null : again.handling();
        return again != null
                && first != null
                && second != null
                && first.what() == second.what()
                && first.byId().equals(second.byId())
                && Objects.equals(first.note(), second.note())
                && reply.meaning().equals(again.meaning());
    }

    private Change<Outcome> done(Reply reply, What what, By by, @Nullable String note, Meaning meaning) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        Reply next = reply.handled(new Handling(what, by.id(), by.name(), now, note), meaning);
        return new Change<>(next, new Outcome.Done(next));
    }
}
