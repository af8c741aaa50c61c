package kr.minwon.notification.reply;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Standing.Phase;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.Meaning.Why;

/**
 * What a text means, by its words and by how far the cases of its sender are. A pure function; what it cannot tell people
 * of the office decide, so it takes no chance where a wrong reading would do something.
 */
public final class Understanding {
    /** An answer older than that is no longer what a text is about. */
    private static final Duration RECENT = Duration.ofDays(60);
    /** Of two cases that fit, the one that was told of last is meant, if the other was not within this time. */
    private static final Duration APART = Duration.ofDays(3);

    private static final Pattern RECEIPT_NUMBER =
            Pattern.compile("(?<!\\d)\\d{4}\\s?-?\\s?\\d{4}\\s?-?\\s?\\d{4}(?!\\d)");
    private static final Pattern YEAR_AND_MONTH = Pattern.compile("[23]\\d(?:0[1-9]|1[0-2])");
    private final Quoting quoting;

    /**
     * @param officeNames as our own texts begin with them
     * @param texts ours, with their variables; asked for when a text quotes us
     */
    public Understanding(Collection<String> officeNames, Supplier<? extends Collection<String>> texts) {
        this.quoting = new Quoting(officeNames, texts);
    }

    /**
     * The meaning.
     *
     * @param text as it is kept
     * @param all the sender's cases, whatever their age
     */
    public Meaning of(String text, List<CaseRecord> all, Instant now) {
        Quoting.Own own = quoting.of(text);
        String left = Machines.without(own.text()).orElse("");
        if (left.isEmpty() && !text.isEmpty()) {
            return automatic(all, now);
        }
        Meaning meaning = ofWords(left, text, all, now);
        // Whoever answers us does not file; a machine that says our words, or its own, is not to be answered.
        boolean sure = !own.quotes() && (left.equals(own.text()) || Complaining.isOfSomething(left));
        return meaning.kind() == Kind.COMPLAINT && !sure ? notUnderstood(all, now) : meaning;
    }

    /** @param whole with what was quoted, which may name the case */
    private static Meaning ofWords(String text, String whole, List<CaseRecord> all, Instant now) {
        List<CaseRecord> named = named(whole, all);
        if (named.isEmpty() && namesACase(whole)) {
            return Meaning.unclear(Why.OTHER_NUMBER);
        }
        List<CaseRecord> cases = named.isEmpty() ? all : named;
        String said = named.isEmpty()
                ? text
                : RECEIPT_NUMBER.matcher(text).replaceAll(" ").strip();
        return asked(said, cases)
                .or(() -> maybeOptOut(said))
                .or(() -> answered(said, cases, now))
                .or(() -> unsolved(said, cases, now))
                .or(() -> courtesy(said, cases, now))
                .or(() -> supplement(said, cases))
                .or(() -> open(cases))
                .orElseGet(() -> ofNoCase(said, cases, now));
    }

    /** The sender's cases whose numbers the text holds. */
    private static List<CaseRecord> named(String text, List<CaseRecord> cases) {
        List<String> numbers = numbers(text).toList();
        return numbers.isEmpty()
                ? List.of()
                : cases.stream()
                        .filter(one ->
                                numbers.contains(one.about().receiptNumber().replace("-", "")))
                        .toList();
    }

    /** A number that is none of the sender's is mistyped, old or somebody else's: another of their cases is not meant. */
    private static boolean namesACase(String text) {
        return numbers(text).anyMatch(number -> YEAR_AND_MONTH.matcher(number).lookingAt());
    }

    private static Stream<String> numbers(String text) {
        return RECEIPT_NUMBER
                .matcher(Words.line(text))
                .results()
                .map(number -> number.group().replaceAll("\\D", ""));
    }

    /** Never answered; at the case that it may be about people find it. */
    private static Meaning automatic(List<CaseRecord> cases, Instant now) {
        Meaning automatic = Meaning.of(Kind.AUTOMATIC, null);
        return one(cases, one -> isOpen(one) || isRecent(one, now), one -> automatic.about(one.about()))
                .filter(meaning -> meaning.why() == null)
                .orElse(automatic);
    }

    private static Optional<Meaning> maybeOptOut(String text) {
        return OptOut.isMaybeSaidBy(text) ? Optional.of(Meaning.unclear(Why.MAYBE_OPT_OUT)) : Optional.empty();
    }

    private static Optional<Meaning> asked(String text, List<CaseRecord> cases) {
        return Phrases.consent(text)
                .flatMap(agreed ->
                        one(cases, one -> one.standing().consentAsked(), one -> Meaning.consent(one.about(), agreed)));
    }

    private static Optional<Meaning> answered(String text, List<CaseRecord> cases, Instant now) {
        OptionalInt score = Scores.of(text);
        return score.isEmpty() || Unsolved.isMentioned(text)
                ? Optional.empty()
                : one(
                        cases,
                        one -> one.standing().phase() == Phase.ANSWERED && isRecent(one, now),
                        one -> Meaning.rating(one.about(), score.getAsInt()));
    }

    /** Of an open case it is for whoever works on it; after an answer, unless it is clear, for people. */
    private static Optional<Meaning> unsolved(String text, List<CaseRecord> cases, Instant now) {
        if (!Unsolved.isMentioned(text)) {
            return Optional.empty();
        }
        Meaning answered =
                Unsolved.isMeant(text) ? Meaning.of(Kind.REOPENING, null) : Meaning.unclear(Why.AFTER_ANSWER);
        return one(
                cases,
                one -> isOpen(one) || isAfterAnswer(one, now),
                one -> isOpen(one) ? Meaning.of(Kind.NOTE, one.about()) : answered.about(one.about()));
    }

    /** A nod to a question that is still open is for the officer: it may be meant as an answer. */
    private static Optional<Meaning> courtesy(String text, List<CaseRecord> cases, Instant now) {
        if (!Phrases.isCourtesy(text)) {
            return Optional.empty();
        }
        Optional<Meaning> toAQuestion = one(
                cases,
                one -> one.standing().consentAsked() || one.standing().supplementAsked(),
                one -> Meaning.of(Kind.NOTE, one.about()));
        if (toAQuestion.isPresent()) {
            return toAQuestion;
        }
        Meaning courtesy = Meaning.of(Kind.COURTESY, null);
        return one(cases, one -> isOpen(one) || isRecent(one, now), one -> courtesy.about(one.about()))
                .filter(meaning -> meaning.why() == null)
                .or(() -> Optional.of(courtesy));
    }

    /** What does not supply leaves the request open, for the link. */
    private static Optional<Meaning> supplement(String text, List<CaseRecord> cases) {
        Kind kind = Supplying.isDoneBy(text) ? Kind.SUPPLEMENT : Kind.NOTE;
        return one(cases, one -> one.standing().supplementAsked(), one -> Meaning.of(kind, one.about()));
    }

    private static Optional<Meaning> open(List<CaseRecord> cases) {
        return one(cases, Understanding::isOpen, one -> Meaning.of(Kind.NOTE, one.about()));
    }

    /** After an answer most texts are about it; only what is somewhere else is a complaint of its own. */
    private static Meaning ofNoCase(String text, List<CaseRecord> cases, Instant now) {
        boolean afterAnswer = cases.stream().anyMatch(one -> isAfterAnswer(one, now));
        if (Inquiring.thanks(text)) {
            return one(cases, one -> isAfterAnswer(one, now), one -> Meaning.of(Kind.COURTESY, one.about()))
                    .filter(meaning -> meaning.why() == null)
                    .orElseGet(() -> notUnderstood(cases, now));
        }
        if (Complaining.isIn(text) && !Inquiring.asks(text) && (!afterAnswer || Complaining.isElsewhere(text))) {
            return Meaning.complaint(
                    Complaining.title(text), Complaining.place(text).orElse(null));
        }
        return notUnderstood(cases, now);
    }

    private static Meaning notUnderstood(List<CaseRecord> cases, Instant now) {
        Meaning after = Meaning.unclear(Why.AFTER_ANSWER);
        return one(cases, one -> isAfterAnswer(one, now), one -> after.about(one.about()))
                .map(meaning -> meaning.about() == null ? after : meaning)
                .orElseGet(() -> Meaning.unclear(Why.NOT_UNDERSTOOD));
    }

    /** What it means of the one case that fits; ambiguous when two do, nothing when none does. */
    private static Optional<Meaning> one(
            List<CaseRecord> cases, Predicate<CaseRecord> fits, Function<CaseRecord, Meaning> meaning) {
        List<CaseRecord> fitting = cases.stream()
                .filter(fits)
                .sorted(Comparator.comparing((CaseRecord one) -> said(one)).reversed())
                .toList();
        if (fitting.isEmpty()) {
            return Optional.empty();
        }
        boolean clear = fitting.size() == 1
                || Duration.between(said(fitting.get(1)), said(fitting.getFirst()))
                                .compareTo(APART)
                        > 0;
        return Optional.of(clear ? meaning.apply(fitting.getFirst()) : Meaning.unclear(Why.AMBIGUOUS));
    }

    private static Instant said(CaseRecord one) {
        return Objects.requireNonNullElse(one.standing().at(), Instant.EPOCH);
    }

    private static boolean isOpen(CaseRecord one) {
        return one.standing().phase() == Phase.OPEN;
    }

    private static boolean isAnswered(CaseRecord one) {
        Standing.Phase phase = one.standing().phase();
        return phase == Phase.ANSWERED || phase == Phase.RATED;
    }

    private static boolean isAfterAnswer(CaseRecord one, Instant now) {
        return isAnswered(one) && isRecent(one, now);
    }

    private static boolean isRecent(CaseRecord one, Instant now) {
        return said(one).isAfter(now.minus(RECENT));
    }
}
