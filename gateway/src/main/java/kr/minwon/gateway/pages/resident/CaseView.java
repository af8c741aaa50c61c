package kr.minwon.gateway.pages.resident;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.IntStream;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.pages.Again;
import kr.minwon.gateway.pages.ProcedureView;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A case in its resident's words.
 *
 * @param sentence where it stands, as a sentence
 * @param ended whether it left the usual steps: withdrawn, returned, transferred
 * @param due by when, null while nobody knows
 * @param rated what the resident thought of the answer, null before the rating
 * @param procedure what is asked of the resident
 * @param again when the resident asked again
 * @param merged whether it is answered with another petition
 * @param digest differs whenever anything that is shown differs
 * @param moves differs whenever the resident's possible moves differ
 * @param spoken read out when the page changes by itself
 */
record CaseView(
        String number,
        String title,
        String status,
        String sentence,
        boolean ended,
        List<Step> steps,
        @Nullable String department,
        @Nullable String officer,
        @Nullable String contact,
        @Nullable String due,
        List<String> dueSteps,
        List<Answer> answers,
        List<Entry> timeline,
        boolean canWithdraw,
        boolean canRate,
        @Nullable String rated,
        @Nullable String ratedComment,
        @Nullable String category,
        @Nullable String address,
        @Nullable String submitted,
        @Nullable String body,
        List<String> photos,
        ProcedureView procedure,
        List<Again> again,
        boolean canObject,
        boolean canReopen,
        boolean canChange,
        List<Again> changes,
        boolean merged,
        String digest,
        String moves,
        String spoken) {
    private static final List<String> PATH = List.of("filed", "accepted", "assigned", "inProgress", "answered");
    private static final Set<String> LEFT = Set.of("withdrawn", "returned", "transferred");

    /** @param state {@code done}, {@code current} or {@code todo} */
    record Step(int number, String label, String state, String spoken) {}

    /** @param remedy what may be done about a refusal; null where nothing was refused */
    record Answer(
            String outcome,
            @Nullable String at,
            String text,
            @Nullable String remedy) {}

    /** @param machine the moment in ISO 8601 */
    record Entry(@Nullable String machine, String at, String text) {}

    /** Makes views of cases. */
    record Maker(Words words, CategoryChoices categories, Clock clock) {
        CaseView of(PublicCase complaint) {
            String status = complaint.status();
            PublicCase.Department department = complaint.department();
            PublicCase.Officer officer = complaint.officer();
            PublicCase.Deadline deadline = complaint.deadline();
            PublicCase.Rating rating = complaint.rating();
            String category = complaint.category();
            List<PublicCase.Answer> answers = listed(complaint.answers());
            List<String> moves = listed(complaint.moves());
            boolean canRate = moves.contains("rating");
            boolean canWithdraw = moves.contains("withdrawal");
            String due = deadline == null ? null : moment(deadline.dueAt());
            return new CaseView(
                    complaint.receiptNumber(),
                    complaint.title(),
                    status,
                    sentence(status),
                    LEFT.contains(status),
                    steps(status),
                    department == null ? null : department.name(),
                    officer == null ? null : officer.name(),
                    department == null ? null : department.contact(),
                    due == null ? null : words.text("case.due.until", due),
                    deadline == null ? List.of() : listed(deadline.steps()),
                    answers.stream().map(this::answer).toList(),
                    listed(complaint.timeline()).stream().map(this::entry).toList(),
                    canWithdraw,
                    canRate,
                    rating == null || rating.score() == null ? null : words.text("case.rate." + rating.score()),
                    rating == null ? null : rating.comment(),
                    category == null ? null : categories.name(category, complaint.categoryName(), words),
                    complaint.location() == null ? null : complaint.location().address(),
                    moment(complaint.submittedAt()),
                    complaint.body(),
                    listed(complaint.attachments()).stream()
                            .map(PublicCase.Attachment::id)
                            .filter(Objects::nonNull)
                            .toList(),
                    ProcedureView.of(
                            status, complaint.supplements(), complaint.consent(), complaint.ending(), words, clock),
                    listed(complaint.reopenings()).stream()
                            .map(reopening -> Again.of(reopening, words, clock))
                            .toList(),
                    moves.contains("objection"),
                    moves.contains("reopening"),
                    moves.contains("change"),
                    listed(complaint.changes()).stream()
                            .map(change -> Again.of(change, words, clock))
                            .toList(),
                    complaint.mergedInto() != null,
                    digest(complaint),
                    moves + " " + canRate + " " + (rating != null) + " " + status.equals("supplementRequested") + " "
                            + (complaint.consent() != null
                                    && complaint.consent().agreed() == null),
                    words.text("live.changed") + " " + sentence(status));
        }

        private String sentence(String status) {
            return words.textOr("status.sentence." + status, words.text("status.sentence.unknown"));
        }

        private List<Step> steps(String status) {
            int now = status.equals("closed") ? PATH.size() : PATH.indexOf(status);
            boolean finished = status.equals("answered") || status.equals("closed");
            return IntStream.range(0, PATH.size())
                    .mapToObj(at -> {
                        String state = at < now || finished ? "done" : at == now ? "current" : "todo";
                        return new Step(
                                at + 1, words.text("status." + PATH.get(at)), state, words.text("case.step." + state));
                    })
                    .toList();
        }

        private Answer answer(PublicCase.Answer answer) {
            return new Answer(text(answer.outcome()), moment(answer.at()), text(answer.text()), answer.remedy());
        }

        private Entry entry(PublicCase.TimelineEntry entry) {
            return new Entry(entry.at(), text(moment(entry.at())), text(entry.text()));
        }

        private @Nullable String moment(@Nullable String iso) {
            return SeoulMoment.of(iso).map(at -> at.spoken(words, clock)).orElse(null);
        }
    }

    /** What of a case a page shows, as a short text that changes with it and tells nothing. */
    static String digest(PublicCase complaint) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(complaint.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static <T> List<T> listed(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }

    private static String text(@Nullable String text) {
        return text == null ? "" : text;
    }
}
