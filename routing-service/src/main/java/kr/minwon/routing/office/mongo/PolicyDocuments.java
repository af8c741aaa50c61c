package kr.minwon.routing.office.mongo;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.office.Policy;
import kr.minwon.routing.office.PolicyHistory;
import kr.minwon.routing.office.PolicyVersion;
import org.bson.Document;

/**
 * Policies in an office's document: {@code policy} is the one it began with, {@code policies} those that were activated
 * since, {@code policyDraft} the one it thinks about. A version ends when the next begins, so that no gap can be stored.
 */
final class PolicyDocuments {
    static final String FIRST = "policy";
    static final String LATER = "policies";
    static final String DRAFT = "policyDraft";

    private PolicyDocuments() {}

    static Document write(Policy policy) {
        ClockPolicy clock = policy.clock();
        return new Document("version", policy.version())
                .append("opens", clock.opens().toString())
                .append("closes", clock.closes().toString())
                .append("lunchFrom", clock.lunchFrom().toString())
                .append("lunchTo", clock.lunchTo().toString())
                .append("eveningIsFirstDay", clock.eveningIsFirstDay())
                .append("calendarBeginsOnHoliday", clock.calendarBeginsOnHoliday())
                .append("withoutConsent", policy.extensions().withoutConsent())
                .append("withConsent", policy.extensions().withConsent())
                .append("onlyLead", policy.extensions().onlyLead())
                .append("transfersThroughIntake", policy.transfers() == Policy.Transfers.THROUGH_INTAKE)
                .append("progressEveryDays", policy.notices().progressEveryDays())
                .append("remindHalf", policy.notices().half())
                .append("remindDueSoon", policy.notices().dueSoon())
                .append(
                        "terms",
                        policy.terms().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(term -> new Document("code", term.getKey())
                                        .append("petitionKind", term.getValue().petitionKind())
                                        .append(
                                                "period",
                                                term.getValue().period().toString()))
                                .toList());
    }

    static Document write(PolicyVersion version) {
        PolicyVersion.Change change = Objects.requireNonNull(version.change(), "who made it so");
        return write(version.policy())
                .append("from", version.from().toString())
                .append("by", change.by())
                .append("at", Date.from(change.at()));
    }

    /** The history in an office's document; one from before there were versions has its first alone. */
    static PolicyHistory history(Document office) {
        Policy first = policy(Objects.requireNonNull(office.get(FIRST, Document.class), FIRST));
        PolicyHistory history = PolicyHistory.always(first);
        List<PolicyVersion> later = new ArrayList<>();
        office.getList(LATER, Document.class, List.of()).forEach(version -> later.add(version(version)));
        for (PolicyVersion version : later) {
            history = switch (history.with(version)) {
                case PolicyHistory.Result.Whole whole -> whole.history();
                case PolicyHistory.Result wrong ->
                    throw new IllegalStateException(office.getString("_id") + ": " + version.name() + ": " + wrong);
            };
        }
        return history;
    }

    static PolicyVersion version(Document version) {
        Instant at = Objects.requireNonNull(version.getDate("at"), "at").toInstant();
        return PolicyVersion.since(
                LocalDate.parse(text(version, "from")),
                policy(version),
                new PolicyVersion.Change(text(version, "by"), at));
    }

    private static Policy policy(Document policy) {
        ClockPolicy clock = new ClockPolicy(
                text(policy, "version"),
                LocalTime.parse(text(policy, "opens")),
                LocalTime.parse(text(policy, "closes")),
                LocalTime.parse(text(policy, "lunchFrom")),
                LocalTime.parse(text(policy, "lunchTo")),
                policy.getBoolean("eveningIsFirstDay", true),
                policy.getBoolean("calendarBeginsOnHoliday", true));
        Map<String, Policy.Term> terms = new HashMap<>();
        for (Document term : policy.getList("terms", Document.class, List.of())) {
            Period period = Period.parse(text(term, "period")).orElseThrow();
            terms.put(text(term, "code"), new Policy.Term(text(term, "petitionKind"), period));
        }
        return new Policy(clock, extensions(policy), transfers(policy), notices(policy), terms);
    }

    private static Policy.Extensions extensions(Document policy) {
        Policy.Extensions law = Policy.Extensions.BY_LAW;
        return new Policy.Extensions(
                policy.getInteger("withoutConsent", law.withoutConsent()),
                policy.getInteger("withConsent", law.withConsent()),
                policy.getBoolean("onlyLead", law.onlyLead()));
    }

    private static Policy.Transfers transfers(Document policy) {
        return policy.getBoolean("transfersThroughIntake", false)
                ? Policy.Transfers.THROUGH_INTAKE
                : Policy.Transfers.DIRECT;
    }

    private static Policy.Notices notices(Document policy) {
        Policy.Notices law = Policy.Notices.BY_LAW;
        return new Policy.Notices(
                policy.getInteger("progressEveryDays", law.progressEveryDays()),
                policy.getBoolean("remindHalf", law.half()),
                policy.getBoolean("remindDueSoon", law.dueSoon()));
    }

    private static String text(Document document, String field) {
        return Objects.requireNonNull(document.getString(field), field);
    }
}
