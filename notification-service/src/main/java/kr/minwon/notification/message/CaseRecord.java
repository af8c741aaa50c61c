package kr.minwon.notification.message;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a complaint to tell its reporter about it.
 *
 * @param sealedPhone the reporter's phone, sealed
 * @param smsConsent without it nothing is sent; the steps are counted all the same
 * @param consentedAt when it was filed with consent; null without, and of cases from before that was kept
 * @param departmentId whose case it is; null until it is assigned
 * @param officerId who is responsible; null until somebody is
 * @param lastMessageId the text that has to go before the next
 * @param steps the number of each step's latest telling
 * @param language that the reporter reads, such as {@code ko}
 * @param contactId whose phone it is, as a keyed hash; null of cases from before it was kept
 * @param standing how far it is
 * @param desk what staff do with it
 */
public record CaseRecord(
        About about,
        String sealedPhone,
        boolean smsConsent,
        @Nullable Instant consentedAt,
        @Nullable String departmentId,
        @Nullable String officerId,
        @Nullable String lastMessageId,
        Map<String, Integer> steps,
        String language,
        @Nullable String contactId,
        Standing standing,
        Desk desk) {
    /** The one recipient there is now. */
    public static final String REPORTER = "reporter";

    private static final int MOST_SHOWN = 200;

    public CaseRecord {
        steps = Map.copyOf(steps);
    }

    /** A case of which nothing was told yet, of somebody who reads that language. */
    public static CaseRecord opened(
            About about, String sealedPhone, boolean smsConsent, Instant filedAt, String language) {
        return new CaseRecord(
                about,
                sealedPhone,
                smsConsent,
                smsConsent ? filedAt : null,
                null,
                null,
                null,
                Map.of(),
                language,
                null,
                Standing.NEW,
                Desk.NONE);
    }

    /** The case with its department, in which nobody is responsible yet. */
    public CaseRecord assignedTo(String department, Instant at) {
        return with(department, null, lastMessageId, steps, contactId, standing, desk.moved(at));
    }

    /** The case with who is responsible; null for nobody. */
    public CaseRecord takenBy(@Nullable String officer, Instant at) {
        return with(departmentId, officer, lastMessageId, steps, contactId, standing, desk.moved(at));
    }

    /** The case that somebody is to accept by hand. */
    public CaseRecord awaitingAcceptance() {
        return with(departmentId, officerId, lastMessageId, steps, contactId, standing, Desk.AWAITING);
    }

    /** The case that somebody accepted. */
    public CaseRecord accepted() {
        return with(departmentId, officerId, lastMessageId, steps, contactId, standing, desk.accepted());
    }

    /** The case with another deadline since then, or with its clock stopped. */
    public CaseRecord clockMoved(Instant at) {
        return with(departmentId, officerId, lastMessageId, steps, contactId, standing, desk.clockMoved(at));
    }

    /**
     * Whether somebody who acts for some departments may see what was told of it: theirs, or one that waits to be accepted
     * by hand, which is nobody's yet and seen by whoever may accept it.
     */
    public boolean isSeenFrom(Predicate<String> department) {
        return departmentId == null ? awaitsAcceptance() : department.test(departmentId);
    }

    /** Whether it is open and somebody is to accept it by hand. */
    public boolean awaitsAcceptance() {
        return desk.awaitsAcceptance() && !isOver();
    }

    /** Whether there is nothing more to do: it is answered, has ended, or is handled together with another. */
    public boolean isOver() {
        return standing.phase() != Standing.Phase.OPEN
                || last(Step.MERGED) > Math.max(last(Step.CONTINUED), last(Step.REOPENED));
    }

    /** Steps that are told by the number of their event say by it what came after what. */
    private int last(Step step) {
        return steps.getOrDefault(step.wireName(), 0);
    }

    /** The case with whose phone it is, a keyed hash. */
    public CaseRecord of(@Nullable String contact) {
        return with(departmentId, officerId, lastMessageId, steps, contact, standing, desk);
    }

    /** The case as far as it is now. */
    public CaseRecord standing(Standing now) {
        return with(departmentId, officerId, lastMessageId, steps, contactId, now, desk);
    }

    /**
     * The number of the step's next telling: the event's own, unless that was told already. A consent that was refused is
     * asked for again under its old number.
     *
     * @param own what the event says; 1 for one that does not count
     */
    public int next(Step step, int own) {
        return Math.max(own, steps.getOrDefault(step.wireName(), 0) + 1);
    }

    /** The case after the step's n-th telling by that message; null without consent. */
    public CaseRecord after(Step step, int n, @Nullable String messageId) {
        Map<String, Integer> counted = new TreeMap<>(steps);
        counted.put(step.wireName(), n);
        String last = messageId == null ? lastMessageId : messageId;
        return with(departmentId, officerId, last, counted, contactId, standing, desk);
    }

    private CaseRecord with(
            @Nullable String department,
            @Nullable String officer,
            @Nullable String last,
            Map<String, Integer> counted,
            @Nullable String contact,
            Standing now,
            Desk staff) {
        return new CaseRecord(
                about,
                sealedPhone,
                smsConsent,
                consentedAt,
                department,
                officer,
                last,
                counted,
                language,
                contact,
                now,
                staff);
    }

    /** The ids of the messages that may have been stored for it, the latest of each step. */
    public List<String> messageIds() {
        List<String> ids = new ArrayList<>();
        steps.forEach((step, last) -> IntStream.rangeClosed(Math.max(1, last - MOST_SHOWN + 1), last)
                .mapToObj(n -> Message.idOf(about.complaintId(), step + "." + n, REPORTER))
                .forEach(ids::add));
        return ids;
    }
}
