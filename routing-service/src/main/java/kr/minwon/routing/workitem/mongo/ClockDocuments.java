package kr.minwon.routing.workitem.mongo;

import static kr.minwon.routing.workitem.mongo.WorkItemDocuments.moment;
import static kr.minwon.routing.workitem.mongo.WorkItemDocuments.text;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Date;
import java.util.List;
import java.util.function.Function;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.workitem.ClockChange;
import kr.minwon.routing.workitem.ClockEntry;
import kr.minwon.routing.workitem.ClockState;
import kr.minwon.routing.workitem.Forwarding;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Proposal;
import kr.minwon.routing.workitem.Reminder;
import kr.minwon.routing.workitem.Transfer;
import org.bson.Document;
import org.jspecify.annotations.Nullable;

/** A clock's state and changes as parts of a work item's document and back; dates of Seoul as texts. */
final class ClockDocuments {
    private ClockDocuments() {}

    static Document write(ClockState state) {
        Document document = new Document(
                        "extensions",
                        state.extensions().stream().map(Period::toString).toList())
                .append(
                        "suspended",
                        state.suspended().stream()
                                .map(days -> new Document("from", days.from().toString())
                                        .append("to", days.to().toString())
                                        .append("cause", days.cause()))
                                .toList())
                .append("stopped", state.stopped());
        if (!state.transits().isEmpty()) {
            document.append(
                    "transits",
                    state.transits().stream().map(ClockDocuments::write).toList());
        }
        ClockState.Run run = state.run();
        if (run != null) {
            document.append(
                    "run",
                    new Document("from", Date.from(run.from()))
                            .append("period", run.period().toString())
                            .append("cause", run.cause()));
        }
        ClockState.Pause pause = state.pause();
        return pause == null
                ? document
                : document.append(
                        "pause",
                        new Document("at", Date.from(pause.at()))
                                .append("from", pause.from().toString())
                                .append("cause", pause.cause()));
    }

    /** Items of before the ledger had clock entries have no state: nothing had happened to their clocks. */
    static ClockState state(@Nullable Document document) {
        if (document == null) {
            return ClockState.NEW;
        }
        Document pause = document.get("pause", Document.class);
        Document run = document.get("run", Document.class);
        return new ClockState(
                document.getList("extensions", String.class, List.of()).stream()
                        .map(ClockDocuments::period)
                        .toList(),
                document.getList("suspended", Document.class, List.of()).stream()
                        .map(days -> new ClockState.Suspended(day(days, "from"), day(days, "to"), text(days, "cause")))
                        .toList(),
                pause == null
                        ? null
                        : new ClockState.Pause(moment(pause, "at"), day(pause, "from"), text(pause, "cause")),
                document.getBoolean("stopped", false),
                document.getList("transits", Document.class, List.of()).stream()
                        .map(way -> new ClockState.Forwarded(
                                moment(way, "from"), WorkItemDocuments.momentOrNull(way, "to")))
                        .toList(),
                run == null
                        ? null
                        : new ClockState.Run(moment(run, "from"), period(text(run, "period")), text(run, "cause")));
    }

    private static Document write(ClockState.Forwarded way) {
        Document document = new Document("from", Date.from(way.from()));
        Instant to = way.to();
        return to == null ? document : document.append("to", Date.from(to));
    }

    static Document write(ClockChange change) {
        ClockEntry entry = change.entry();
        Document document = new Document("kind", entry.kind().wireName())
                .append("at", Date.from(entry.at()))
                .append("article", change.article())
                .append("dueAfter", Date.from(change.dueAfter()))
                .append("millisAfter", change.remainingAfter().toMillis());
        put(document, "from", entry.from());
        put(document, "to", entry.to());
        put(document, "period", entry.period());
        put(document, "cause", entry.cause());
        Instant dueBefore = change.dueBefore();
        Duration before = change.remainingBefore();
        if (dueBefore != null) {
            document.append("dueBefore", Date.from(dueBefore));
        }
        return before == null ? document : document.append("millisBefore", before.toMillis());
    }

    static @Nullable ClockChange change(@Nullable Document document) {
        if (document == null) {
            return null;
        }
        ClockEntry entry = new ClockEntry(
                ClockEntry.Kind.of(text(document, "kind")),
                moment(document, "at"),
                read(document, "from", LocalDate::parse),
                read(document, "to", LocalDate::parse),
                read(document, "period", ClockDocuments::period),
                document.getString("cause"));
        Number before = document.get("millisBefore", Number.class);
        Date dueBefore = document.getDate("dueBefore");
        return new ClockChange(
                entry,
                text(document, "article"),
                dueBefore == null ? null : dueBefore.toInstant(),
                moment(document, "dueAfter"),
                before == null ? null : Duration.ofMillis(before.longValue()),
                Duration.ofMillis(document.get("millisAfter", Number.class).longValue()));
    }

    static Document write(Proposal proposal) {
        return new Document("extension", proposal.extension())
                .append("period", proposal.period().toString())
                .append("reason", proposal.reason())
                .append("officerId", proposal.by().id())
                .append("officerName", proposal.by().name())
                .append("at", Date.from(proposal.at()))
                .append("dueAt", Date.from(proposal.dueAt()));
    }

    static @Nullable Proposal proposal(@Nullable Document document) {
        return document == null
                ? null
                : new Proposal(
                        document.getInteger("extension", 0),
                        period(text(document, "period")),
                        text(document, "reason"),
                        new Officer(text(document, "officerId"), text(document, "officerName")),
                        moment(document, "at"),
                        moment(document, "dueAt"));
    }

    static Document write(Reminder reminder) {
        return new Document("kind", reminder.kind().wireName()).append("late", reminder.workingDaysLate());
    }

    static @Nullable Reminder reminder(Document item) {
        Document reminder = item.get("reminder", Document.class);
        return reminder == null
                ? null
                : new Reminder(
                        Reminder.Kind.of(text(reminder, "kind")),
                        moment(item, WorkItemDocuments.REMIND_AT),
                        reminder.getInteger("late", 0));
    }

    static Document write(Transfer transfer) {
        return new Document("from", transfer.from()).append("to", transfer.to()).append("at", Date.from(transfer.at()));
    }

    static Transfer transfer(Document document) {
        return new Transfer(text(document, "from"), text(document, "to"), moment(document, "at"));
    }

    static Document write(Forwarding forwarding) {
        Document document = new Document("from", forwarding.from()).append("at", Date.from(forwarding.at()));
        put(document, "proposed", forwarding.proposed());
        put(document, "reason", forwarding.reason());
        return document;
    }

    static @Nullable Forwarding forwarding(@Nullable Document document) {
        return document == null
                ? null
                : new Forwarding(
                        text(document, "from"),
                        document.getString("proposed"),
                        document.getString("reason"),
                        moment(document, "at"));
    }

    private static void put(Document document, String field, @Nullable Object value) {
        if (value != null) {
            document.append(field, value.toString());
        }
    }

    private static <T> @Nullable T read(Document document, String field, Function<String, T> parse) {
        String value = document.getString(field);
        return value == null ? null : parse.apply(value);
    }

    private static LocalDate day(Document document, String field) {
        return LocalDate.parse(text(document, field));
    }

    private static Period period(String text) {
        return Period.parse(text).orElseThrow(() -> new IllegalArgumentException("no period: " + text));
    }
}
