package kr.minwon.notification.mailing.web;

import java.time.Instant;
import java.util.List;
import kr.minwon.koreansms.SmsSize;
import kr.minwon.notification.mailing.Letter;
import kr.minwon.notification.mailing.Mailing;
import kr.minwon.notification.mailing.MailingFigures.Figures;
import kr.minwon.notification.mailing.Tally;
import kr.minwon.notification.mailing.Timing;
import kr.minwon.notification.mailing.WriteMailing.Hand;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.SeoulTime;
import org.jspecify.annotations.Nullable;

/**
 * A mailing, with how far it has come.
 *
 * @param revision what an approval has to name
 * @param departmentId whose it is; null where its writer acts for none or several
 * @param ours whether whoever asks acts for that department, or for the whole office: only they may change and stop it
 * @param mine whether whoever asks had a hand in it, and so cannot approve it
 * @param subject as it was typed; null for none
 * @param sample as it reads on a phone
 * @param sampleSubject the subject as it reads on a phone
 * @param type SMS or LMS
 * @param reach how many it goes to; null while that is counted
 * @param costAtMost won; null while the reach is not known
 * @param cost won, for what was handed over until now
 * @param urgent whether it goes at night too
 * @param heldUntil until when the night holds it, were it approved by now; null when it goes at its time
 * @param timePast whether its time has passed before it was approved: another has to be chosen
 * @param takenUp whether every recipient has a message by now
 */
record MailingResponse(
        String mailingId,
        String state,
        String topic,
        List<String> dongs,
        @Nullable String subject,
        String text,
        boolean advertising,
        @Nullable String sendAt,
        int revision,
        @Nullable String departmentId,
        boolean ours,
        boolean mine,
        String createdAt,
        List<LogPart> log,
        String sample,
        @Nullable String sampleSubject,
        @Nullable Integer bytes,
        @Nullable String type,
        @Nullable Long reach,
        @Nullable Long costAtMost,
        long cost,
        boolean urgent,
        @Nullable String heldUntil,
        boolean timePast,
        boolean takenUp,
        ProgressPart progress) {

    /** @param what such as {@code written}, {@code approval}; what time does has no {@code by} */
    record LogPart(String what, @Nullable String by, String note, String at) {}

    /**
     * @param messages those that there are by now
     * @param reasons why texts did not arrive, or may not have; the most frequent first
     */
    record ProgressPart(
            long messages,
            long queued,
            long sending,
            long accepted,
            long delivered,
            long failed,
            long unknown,
            long dropped,
            List<ReasonPart> reasons,
            @Nullable String countedAt) {
        static ProgressPart of(Tally tally) {
            Instant at = tally.countedAt();
            return new ProgressPart(
                    tally.all(),
                    tally.in(MessageState.QUEUED),
                    tally.in(MessageState.SENDING),
                    tally.in(MessageState.ACCEPTED),
                    tally.in(MessageState.DELIVERED),
                    tally.in(MessageState.FAILED),
                    tally.in(MessageState.UNKNOWN),
                    tally.in(MessageState.DROPPED),
                    tally.reasons().stream()
                            .map(one -> new ReasonPart(one.getKey(), one.getValue()))
                            .toList(),
                    at == null || at.equals(Instant.EPOCH) ? null : SeoulTime.seconds(at));
        }
    }

    /** @param cause such as {@code no-such-number}; {@code other} where nobody has explained it */
    record ReasonPart(String cause, long texts) {}

    static MailingResponse of(Mailing mailing, Figures figures, Timing timing, Hand asking) {
        Instant heldUntil = timing.heldUntil(mailing);
        Letter letter = mailing.letter();
        SmsSize size = figures.size();
        return new MailingResponse(
                mailing.id(),
                mailing.state().wireName(),
                letter.topicId(),
                letter.dongs(),
                letter.subject(),
                letter.text(),
                letter.advertising(),
                letter.sendAt() == null ? null : SeoulTime.seconds(letter.sendAt()),
                mailing.revision(),
                mailing.departmentId(),
                asking.actsFor(mailing),
                mailing.isBy(asking.id()),
                SeoulTime.seconds(mailing.createdAt()),
                mailing.log().stream()
                        .map(one -> new LogPart(
                                one.what(),
                                one.by().equals("-") ? null : one.byName(),
                                one.note(),
                                SeoulTime.seconds(one.at())))
                        .toList(),
                AnswerLinks.masked(figures.sample()),
                figures.subject(),
                size.bytes(),
                size.type() == null ? null : size.type().name(),
                figures.reach(),
                figures.costAtMost(),
                figures.cost(),
                timing.isUrgent(mailing),
                heldUntil == null ? null : SeoulTime.seconds(heldUntil),
                timing.isTimePast(mailing),
                mailing.takenUp(),
                ProgressPart.of(figures.tally()));
    }
}
