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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

    private static final Pattern RECEIPT_NUMBER = Pattern.compile("\\d{4}\\s?-?\\s?\\d{4}\\s?-?\\s?\\d{4}");
    private static final Pattern LATER = Pattern.compile(
            "링크|사진(?:은|을|도)?.{0,12}(?:보낼|보내겠|올릴|올리겠|첨부할|드릴|나중)|(?:내일|모레|나중에|곧|이따가?|조만간|다음주|주말).{0,20}(?:보내|드리|제출|올리|가져)|(?:보낼|보내드릴|제출할|드릴)(?:게요|께요|예정)|보내겠습니다|시간(?:을|이)?(?:더|좀)|늦어|기다려");

    private final Collection<String> officeNames;

    /** @param officeNames as our own texts begin with them */
    public Understanding(Collection<String> officeNames) {
        this.officeNames = List.copyOf(officeNames);
    }

    /**
     * The meaning.
     *
     * @param text as it is kept
     * @param all the sender's cases, whatever their age
     */
    public Meaning of(String text, List<CaseRecord> all, Instant now) {
        if (Machines.wrote(text, officeNames)) {
            return Meaning.of(Kind.AUTOMATIC, null);
        }
        Optional<CaseRecord> named = named(text, all);
        List<CaseRecord> cases = named.map(List::of).orElse(all);
        String said =
                named.isPresent() ? RECEIPT_NUMBER.matcher(text).replaceAll(" ").strip() : text;
        return asked(said, cases)
                .or(() -> answered(said, cases, now))
                .or(() -> unsolved(said, cases, now))
                .or(() -> courtesy(said, cases, now))
                .or(() -> supplement(said, cases))
                .or(() -> open(cases))
                .orElseGet(() -> ofNoCase(said, cases, now));
    }

    /** The sender's case whose number the text holds. */
    private static Optional<CaseRecord> named(String text, List<CaseRecord> cases) {
        Matcher number = RECEIPT_NUMBER.matcher(Words.line(text));
        while (number.find()) {
            String digits = number.group().replaceAll("\\D", "");
            Optional<CaseRecord> found = cases.stream()
                    .filter(one -> one.about().receiptNumber().replace("-", "").equals(digits))
                    .findFirst();
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<Meaning> asked(String text, List<CaseRecord> cases) {
        return Phrases.consent(text)
                .flatMap(agreed ->
                        one(cases, one -> one.standing().consentAsked(), one -> Meaning.consent(one.about(), agreed)));
    }

    private static Optional<Meaning> answered(String text, List<CaseRecord> cases, Instant now) {
        OptionalInt score = Phrases.score(text);
        return score.isEmpty() || Phrases.isUnsolved(text)
                ? Optional.empty()
                : one(
                        cases,
                        one -> one.standing().phase() == Phase.ANSWERED && isRecent(one, now),
                        one -> Meaning.rating(one.about(), score.getAsInt()));
    }

    /** Of an open case it is for whoever works on it. */
    private static Optional<Meaning> unsolved(String text, List<CaseRecord> cases, Instant now) {
        return Phrases.isUnsolved(text)
                ? one(
                        cases,
                        one -> isOpen(one) || (isAnswered(one) && isRecent(one, now)),
                        one -> Meaning.of(isOpen(one) ? Kind.NOTE : Kind.REOPENING, one.about()))
                : Optional.empty();
    }

    /** A nod to a question that is still open is for the officer: it may be meant as an answer. */
    private static Optional<Meaning> courtesy(String text, List<CaseRecord> cases, Instant now) {
        if (!Phrases.isCourtesy(Words.letters(text))) {
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

    /** A text that promises, asks, or speaks of photos leaves the request open: the photos come by the link. */
    private static Optional<Meaning> supplement(String text, List<CaseRecord> cases) {
        boolean leavesOpen =
                Phrases.isAsking(text) || LATER.matcher(Words.letters(text)).find();
        return one(
                cases,
                one -> one.standing().supplementAsked(),
                one -> Meaning.of(leavesOpen ? Kind.NOTE : Kind.SUPPLEMENT, one.about()));
    }

    private static Optional<Meaning> open(List<CaseRecord> cases) {
        return one(cases, Understanding::isOpen, one -> Meaning.of(Kind.NOTE, one.about()));
    }

    private static Meaning ofNoCase(String text, List<CaseRecord> cases, Instant now) {
        if (Complaining.isIn(text)) {
            return Meaning.complaint(
                    Complaining.title(text), Complaining.place(text).orElse(null));
        }
        return Meaning.unclear(
                cases.stream().anyMatch(one -> isAnswered(one) && isRecent(one, now))
                        ? Why.AFTER_ANSWER
                        : Why.NOT_UNDERSTOOD);
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

    private static boolean isRecent(CaseRecord one, Instant now) {
        return said(one).isAfter(now.minus(RECENT));
    }
}
