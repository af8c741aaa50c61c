package kr.minwon.notification.mailing;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import kr.minwon.idempotency.RequestMark;
import kr.minwon.notification.mailing.Mailings.Change;
import kr.minwon.notification.subscription.Topic;
import kr.minwon.notification.subscription.Topics;
import org.jspecify.annotations.Nullable;

/**
 * What staff do to mailings. Nothing is submitted or approved before it is known whom it reaches and what it costs; whoever
 * had a hand in the text cannot approve it; what is approved is what was seen.
 */
public final class WriteMailing {
    private static final int ID_BYTES = 8;

    private final Mailings mailings;
    private final Tallies tallies;
    private final Topics topics;
    private final Wording wording;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public WriteMailing(Mailings mailings, Tallies tallies, Topics topics, Wording wording, Clock clock) {
        this.mailings = mailings;
        this.tallies = tallies;
        this.topics = topics;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * Who does it.
     *
     * @param id of their account
     * @param name what colleagues call them
     * @param departments that they act for
     * @param wholeOffice whether they act for every department
     */
    public record Hand(String id, String name, Set<String> departments, boolean wholeOffice) {
        public Hand {
            departments = Set.copyOf(departments);
        }

        /** The department that what they write is of; null where they act for none or several. */
        @Nullable
        String department() {
            return departments.size() == 1 ? departments.iterator().next() : null;
        }

        /** Whether they act for whose it is: its department, or for one of no department whoever had a hand in it. */
        public boolean actsFor(Mailing mailing) {
            String department = mailing.departmentId();
            return wholeOffice || (department == null ? mailing.isBy(id) : departments.contains(department));
        }

        /** The second person may be of any department, and say yes or no. */
        boolean mayMake(Move move, Mailing mailing) {
            boolean decides = move == Move.APPROVE
                    || (move == Move.RETURN && mailing.state() == MailingState.SUBMITTED && !mailing.isBy(id));
            return decides || actsFor(mailing);
        }
    }

    /** What came of it. */
    public sealed interface Outcome {
        /** It is done, now or before. */
        record Done(Mailing mailing) implements Outcome {}

        /** There is no such mailing in the office. */
        record NotFound() implements Outcome {}

        /** It is somewhere else by now. */
        record Elsewhere(MailingState state) implements Outcome {}

        /** It is another department's. */
        record OtherDepartment() implements Outcome {}

        /** It was written anew since it was seen. */
        record WrittenSince() implements Outcome {}

        /** Who wrote it does not approve it. */
        record NotTheSecondPerson() implements Outcome {}

        /** Advertising without a free number to stop it is against the law. */
        record NoFreeNumber() implements Outcome {}

        /** The time that it was to go out at has passed: it would go at once, which nobody chose. */
        record TimePast() implements Outcome {}

        /** Whom it goes to, and so what it costs, is still counted: nobody can have looked at it. */
        record ReachNotCounted() implements Outcome {}

        /** Another one was written under that idempotency key. */
        record KeyReused() implements Outcome {}

        /** It was paused and resumed too often; it may be called off. */
        record MovedOftenEnough() implements Outcome {}
    }

    /** What a request wrote that comes again; nothing for a new one. */
    public Optional<Outcome> repeated(@Nullable RequestMark request) {
        return request == null
                ? Optional.empty()
                : mailings.find(id(request))
                        .map(first ->
                                request.equals(first.request()) ? new Outcome.Done(first) : new Outcome.KeyReused());
    }

    /**
     * Writes a new one.
     *
     * @param request by which the same request is recognised when it comes again; null for none
     */
    public Outcome write(String officeId, Letter letter, Hand by, @Nullable RequestMark request) {
        Topic topic = topic(officeId, letter);
        Mailing mailing = Mailing.written(
                request == null ? randomId() : id(request),
                officeId,
                by.department(),
                letter,
                topic.purpose().name(),
                signed(Mailing.WRITTEN, by, ""),
                request);
        return mailings.add(mailing)
                ? new Outcome.Done(mailing)
                // It came again while the first was being stored.
                : repeated(request).orElseThrow(() -> new IllegalStateException("64 random bits came twice"));
    }

    private String randomId() {
        byte[] id = new byte[ID_BYTES];
        random.nextBytes(id);
        return HexFormat.of().formatHex(id);
    }

    /** The same for the same key, so that a repeat finds what the first wrote, whichever instance was killed in between. */
    private static String id(RequestMark request) {
        return HexFormat.of().formatHex(Base64.getUrlDecoder().decode(request.key()), 0, ID_BYTES);
    }

    /** Writes a draft anew. */
    public Outcome rewrite(String officeId, String id, int seen, Letter letter, Hand by) {
        Topic topic = topic(officeId, letter);
        return change(officeId, id, mailing -> {
            if (!by.actsFor(mailing)) {
                return refused(new Outcome.OtherDepartment());
            }
            if (mailing.state() != MailingState.DRAFT) {
                return refused(new Outcome.Elsewhere(mailing.state()));
            }
            if (mailing.letter().equals(letter)) {
                return refused(new Outcome.Done(mailing));
            }
            if (mailing.revision() != seen) {
                return refused(new Outcome.WrittenSince());
            }
            return done(mailing.rewritten(letter, topic.purpose().name(), signed(Mailing.WRITTEN, by, "")));
        });
    }

    /**
     * Moves one.
     *
     * @param seen the revision that was looked at
     * @param note why; may be empty
     */
    public Outcome move(String officeId, String id, Move move, int seen, Hand by, String note) {
        return change(officeId, id, mailing -> {
            if (!by.mayMake(move, mailing)) {
                return refused(new Outcome.OtherDepartment());
            }
            if (mailing.state() == move.to()) {
                return refused(new Outcome.Done(mailing));
            }
            if (!move.mayBeMadeFrom(mailing.state())) {
                return refused(new Outcome.Elsewhere(mailing.state()));
            }
            if (mailing.revision() != seen) {
                return refused(new Outcome.WrittenSince());
            }
            if (move == Move.APPROVE && mailing.isBy(by.id())) {
                return refused(new Outcome.NotTheSecondPerson());
            }
            boolean goesOut = move == Move.SUBMIT || move == Move.APPROVE;
            if (goesOut && mailing.letter().advertising() && !wording.mayAdvertise(officeId)) {
                return refused(new Outcome.NoFreeNumber());
            }
            if (goesOut && mailing.letter().isPast(clock.instant())) {
                return refused(new Outcome.TimePast());
            }
            if (goesOut && !isCounted(mailing)) {
                return refused(new Outcome.ReachNotCounted());
            }
            if (move == Move.PAUSE && mailing.log().size() >= Mailing.MOST_SIGNATURES) {
                return refused(new Outcome.MovedOftenEnough());
            }
            return done(mailing.moved(move, signed(move.wireName(), by, note)));
        });
    }

    private boolean isCounted(Mailing mailing) {
        Tally known = tallies.of(List.of(mailing.id())).getOrDefault(mailing.id(), Tally.NONE);
        return known.reachOf(mailing.revision()) != null;
    }

    @FunctionalInterface
    private interface Deciding {
        Change<Outcome> of(Mailing mailing);
    }

    private Outcome change(String officeId, String id, Deciding deciding) {
        Optional<Outcome> outcome = mailings.change(
                id,
                mailing ->
                        mailing.officeId().equals(officeId) ? deciding.of(mailing) : refused(new Outcome.NotFound()));
        return outcome.orElseGet(Outcome.NotFound::new);
    }

    private static Change<Outcome> refused(Outcome outcome) {
        return new Change<>(null, outcome);
    }

    private static Change<Outcome> done(Mailing next) {
        return new Change<>(next, new Outcome.Done(next));
    }

    private Topic topic(String officeId, Letter letter) {
        return topics.find(officeId, letter.topicId())
                .orElseThrow(() -> new IllegalArgumentException("no topic " + letter.topicId()));
    }

    private Signature signed(String what, Hand by, String note) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        return new Signature(what, by.id(), by.name(), note, now);
    }
}
