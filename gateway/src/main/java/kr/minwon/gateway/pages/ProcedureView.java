package kr.minwon.gateway.pages;

import java.time.Clock;
import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.clients.PublicCase;
import org.jspecify.annotations.Nullable;

/**
 * The law's procedure of a case in words.
 *
 * @param supplements what was asked for and what came
 * @param awaited the one that is awaited; null when there is none
 * @param consent a further extension that waits for an answer; null when there is none
 * @param ending how it ended without an answer; null otherwise
 */
public record ProcedureView(
        List<Supplement> supplements,
        @Nullable Supplement awaited,
        @Nullable Consent consent,
        @Nullable Ending ending) {
    private static final int MOST_TIME = 2;

    /**
     * A request for a supplement.
     *
     * @param canHaveMoreTime whether more time may still be asked for
     */
    public record Supplement(
            String request,
            @Nullable String requested,
            @Nullable String until,
            boolean canHaveMoreTime,
            @Nullable String supplied,
            @Nullable String text,
            List<String> photos) {}

    /** A further extension. */
    public record Consent(@Nullable String reason, @Nullable String due) {}

    /** How it ended. */
    public record Ending(
            @Nullable String at,
            @Nullable String reason,
            @Nullable String agency) {}

    /** Puts a case's procedure into words. */
    public static ProcedureView of(
            String status,
            @Nullable List<PublicCase.Supplement> supplements,
            PublicCase.@Nullable Consent consent,
            PublicCase.@Nullable Ending ending,
            Words words,
            Clock clock) {
        List<Supplement> all = supplements == null
                ? List.of()
                : supplements.stream().map(one -> supplement(one, words, clock)).toList();
        boolean awaits = status.equals("supplementRequested") && !all.isEmpty();
        return new ProcedureView(
                all,
                awaits ? all.getLast() : null,
                consent == null || consent.agreed() != null
                        ? null
                        : new Consent(consent.reason(), moment(consent.dueAt(), words, clock)),
                ending == null
                        ? null
                        : new Ending(moment(ending.at(), words, clock), ending.reason(), ending.agency()));
    }

    private static Supplement supplement(PublicCase.Supplement one, Words words, Clock clock) {
        List<PublicCase.Attachment> photos = one.attachments();
        return new Supplement(
                Objects.requireNonNullElse(one.request(), ""),
                moment(one.requestedAt(), words, clock),
                moment(one.answerBy(), words, clock),
                Objects.requireNonNullElse(one.moreTime(), 0) < MOST_TIME,
                moment(one.suppliedAt(), words, clock),
                one.text(),
                photos == null
                        ? List.of()
                        : photos.stream()
                                .map(PublicCase.Attachment::id)
                                .filter(Objects::nonNull)
                                .toList());
    }

    private static @Nullable String moment(@Nullable String iso, Words words, Clock clock) {
        return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(null);
    }
}
