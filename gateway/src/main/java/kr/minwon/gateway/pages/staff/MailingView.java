package kr.minwon.gateway.pages.staff;

import java.text.NumberFormat;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import kr.minwon.gateway.clients.MailingApi.Mailing;
import kr.minwon.gateway.clients.MailingApi.Progress;
import kr.minwon.gateway.clients.SubscriptionApi.Topics;
import kr.minwon.gateway.pages.SeoulMoment;
import kr.minwon.gateway.pages.Words;
import org.jspecify.annotations.Nullable;

/**
 * A mailing in words.
 *
 * @param tone how its state is coloured
 * @param where 동, or all of them
 * @param when when it goes out, or went out
 * @param night what the night does to it; null for nothing
 * @param timePast why it may go no further, because its time has passed; null while it may
 * @param subject as phones show it; null for none
 * @param ours whether it is of the reader's department, or they act for the whole office
 * @param counting whether what it reaches is still counted
 * @param uncounted whether it was over before that was counted
 * @param live whether the page looks again by itself
 */
record MailingView(
        String id,
        String state,
        String stateLabel,
        String tone,
        String topic,
        String where,
        String when,
        @Nullable String night,
        @Nullable String timePast,
        boolean advertising,
        int revision,
        boolean ours,
        boolean mine,
        String author,
        String begun,
        String sample,
        @Nullable String subject,
        String size,
        boolean counting,
        boolean uncounted,
        @Nullable String reach,
        @Nullable String costAtMost,
        String cost,
        boolean live,
        boolean begunToSend,
        Done progress,
        List<String> log) {
    private static final Set<String> SENDING = Set.of("sending", "paused", "done");
    private static final Set<String> OVER = Set.of("done", "cancelled");
    private static final Set<String> BEFORE_APPROVAL = Set.of("draft", "submitted");

    public boolean isOver() {
        return OVER.contains(state);
    }

    /** Whether it may not go on yet because nobody knows whom it reaches. */
    public boolean isToBeCounted() {
        return counting && BEFORE_APPROVAL.contains(state);
    }

    /**
     * How far it has come.
     *
     * @param most what the bar is full at
     * @param gone what has been handed over or will not be
     */
    record Done(
            long most,
            long gone,
            String sentence,
            List<Line> lines,
            List<Line> reasons,
            @Nullable String counted) {}

    record Line(String label, String count) {}

    /** Turns what the service said into words. */
    record Maker(Topics topics, Words words, Clock clock) {
        MailingView of(Mailing one) {
            boolean counting = one.reach() == null;
            Progress progress = one.progress();
            boolean begun = SENDING.contains(one.state()) || progress.messages() > 0;
            return new MailingView(
                    one.mailingId(),
                    one.state(),
                    words.text("mailing.state." + one.state()),
                    tone(one.state()),
                    topic(one.topic()),
                    where(one.dongs()),
                    one.sendAt() == null ? words.text("mailing.at-once") : spoken(one.sendAt()),
                    night(one),
                    timePast(one),
                    one.advertising(),
                    one.revision(),
                    one.ours(),
                    one.mine(),
                    Objects.requireNonNullElse(one.log().getFirst().by(), ""),
                    spoken(one.createdAt()),
                    one.sample(),
                    one.sampleSubject(),
                    one.bytes() == null
                            ? ""
                            : words.text("mailing.size", one.bytes(), words.textOr("preview." + one.type(), "")),
                    counting,
                    counting && OVER.contains(one.state()),
                    counting ? null : number(one.reach()),
                    one.costAtMost() == null ? null : number(one.costAtMost()),
                    number(one.cost()),
                    !OVER.contains(one.state()) || progress.queued() + progress.sending() + progress.accepted() > 0,
                    begun,
                    done(one),
                    one.log().stream().map(this::line).toList());
        }

        /** Whoever approves is told before when it goes, where that is another time than they think. */
        private @Nullable String night(Mailing one) {
            if (OVER.contains(one.state()) || isTimePast(one)) {
                return null;
            }
            if (one.heldUntil() != null) {
                String morning = SeoulMoment.of(one.heldUntil())
                        .map(moment -> moment.nearby(words, clock))
                        .orElse("");
                return words.text(
                        (one.sendAt() == null ? "mailing.night." : "mailing.night.at.") + stage(one.state()), morning);
            }
            return Boolean.TRUE.equals(one.urgent()) ? words.text("mailing.night.urgent") : null;
        }

        private @Nullable String timePast(Mailing one) {
            return isTimePast(one) ? words.text("mailing.time-past." + one.state()) : null;
        }

        private static boolean isTimePast(Mailing one) {
            return Boolean.TRUE.equals(one.timePast()) && BEFORE_APPROVAL.contains(one.state());
        }

        private static String stage(String state) {
            return switch (state) {
                case "draft", "submitted" -> "approval";
                default -> "approved";
            };
        }

        private Done done(Mailing one) {
            Progress progress = one.progress();
            long reach = one.reach() == null ? progress.messages() : Math.max(one.reach(), progress.messages());
            long gone = progress.messages() - progress.queued() - progress.sending();
            return new Done(
                    Math.max(1, "cancelled".equals(one.state()) ? progress.messages() : reach),
                    gone,
                    sentence(one, reach, gone),
                    List.of(
                            line("delivered", progress.delivered()),
                            line("accepted", progress.accepted()),
                            line("queued", progress.queued() + progress.sending()),
                            line("failed", progress.failed()),
                            line("unknown", progress.unknown()),
                            line("dropped", progress.dropped())),
                    progress.reasons().stream()
                            .map(reason -> new Line(cause(words, reason.cause()), number(reason.texts())))
                            .toList(),
                    progress.countedAt() == null ? null : words.text("mailing.counted", spoken(progress.countedAt())));
        }

        /** Of one that was called off, what went out before and what never will; texts nobody took up are among those. */
        private String sentence(Mailing one, long reach, long gone) {
            Progress progress = one.progress();
            if (!"cancelled".equals(one.state())) {
                return words.text("mailing.progress", number(reach), number(gone));
            }
            long sent = gone - progress.dropped();
            return words.text("mailing.progress.cancelled", number(sent), number(Math.max(0, reach - sent)));
        }

        private Line line(String state, long count) {
            return new Line(words.text("message.state." + state), number(count));
        }

        private String line(kr.minwon.gateway.clients.MailingApi.Entry entry) {
            String what = words.text("mailing.log." + entry.what());
            String at = spoken(entry.at());
            String said = entry.by() == null
                    ? words.text("mailing.log.time", at, what)
                    : words.text("mailing.log.by", at, entry.by(), what);
            String note = entry.note();
            return note == null || note.isBlank() ? said : words.text("mailing.log.note", said, note);
        }

        private String topic(String id) {
            return topics.topics().stream()
                    .filter(known -> known.id().equals(id))
                    .map(known -> words.inKorean() ? known.name() : known.nameEn())
                    .findFirst()
                    .orElse(id);
        }

        private String where(List<String> dongs) {
            return dongs.isEmpty()
                    ? words.text("sms.everywhere")
                    : topics.dongs().stream()
                            .filter(known -> dongs.contains(known.id()))
                            .map(known -> words.inKorean() ? known.name() : known.nameEn())
                            .collect(Collectors.joining(", "));
        }

        private String spoken(@Nullable String iso) {
            return SeoulMoment.of(iso)
                    .map(moment -> moment.spoken(words, clock))
                    .orElse("");
        }

        private String number(@Nullable Long count) {
            return count == null
                    ? ""
                    : NumberFormat.getIntegerInstance(words.locale()).format(count);
        }

        private static String tone(String state) {
            return switch (state) {
                case "sending", "approved" -> "information";
                case "paused", "submitted" -> "warning";
                case "done" -> "success";
                case "cancelled" -> "danger";
                default -> "";
            };
        }
    }

    /** Why a text did not arrive, in a sentence. */
    static String cause(Words words, String cause) {
        return words.textOr("mailing.cause." + cause, words.textOr("message.cause." + cause, cause));
    }
}
