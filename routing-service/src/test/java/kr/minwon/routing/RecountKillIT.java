package kr.minwon.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.ClockPolicy;
import kr.minwon.routing.clock.DeadlineCalculator;
import kr.minwon.routing.clock.DeadlineRequest;
import kr.minwon.routing.clock.DeadlineResult;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.clock.Period;
import kr.minwon.routing.clock.SeoulTime;
import kr.minwon.routing.clock.WorkCalendar;
import kr.minwon.routing.testing.Ground;
import kr.minwon.routing.testing.OpenCases;
import kr.minwon.routing.testing.ServiceProcess;
import kr.minwon.routing.testing.Topic;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import kr.minwon.signedcalls.testing.TestCalls;
import org.bson.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A day declared off while many cases are open: the service is killed half-way, started again, and the day taken back.
 * After each, every deadline is exactly that of a fresh computation. {@code -Dminwon.recount.cases=20000} for the full count.
 */
class RecountKillIT {
    private static final int CASES = Integer.getInteger("minwon.recount.cases", 400);
    private static final List<String> CATEGORIES =
            List.of("street-light", "traffic-facility", "parking-violation", "suggestion", "civil-documents");
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final Caller ADMIN = TestCalls.staff(Role.ADMIN, "admin-1");

    @Test
    void killedHalfWayEveryCaseIsCountedAgainOnce(@TempDir Path directory) throws IOException {
        Instant accepted =
                Clock.systemUTC().instant().minus(Duration.ofHours(1)).truncatedTo(ChronoUnit.MILLIS);
        LocalDate day = workingDayAfter(SeoulTime.local(accepted).toLocalDate());
        int offset = ServiceProcess.freeOffset();
        try (Ground ground = new Ground();
                Topic topic = new Topic(ground.brokers(), "minwon.routing");
                MongoClient client = MongoClients.create(ground.storeUri())) {
            MongoCollection<Document> items =
                    client.getDatabase(ground.database() + "_routing").getCollection("work_items");
            MongoCollection<Document> recounts =
                    client.getDatabase(ground.database() + "_routing").getCollection("recounts");
            String override = "{\"date\":\"" + day + "\",\"name\":\"임시공휴일\",\"kind\":\"temporary\"}";
            try (ServiceProcess service = new ServiceProcess(ground, offset, directory.resolve("log"))) {
                OpenCases.fill(topic, items, CATEGORIES, CASES, accepted, copy -> {});
                service.post(ADMIN, "/staff/calendar/overrides", override);
                await().atMost(LONG)
                        .pollInterval(Duration.ofMillis(5))
                        .until(() -> recounts.countDocuments(Filters.gt("progress.changed", (long) CASES / 4)) == 1);
                service.kill();
            }
            long halfWay = recounted(items);
            assertThat(halfWay).isLessThan(CASES);
            try (ServiceProcess service = new ServiceProcess(ground, offset, directory.resolve("log"))) {
                String recount = "/staff/calendar?year=" + day.getYear();
                await().atMost(LONG)
                        .until(() -> service.get(ADMIN, recount), body -> body.contains("\"state\":\"done\""));
                System.out.println("recount of " + CASES + " cases, killed after " + halfWay + ": "
                        + service.get(ADMIN, recount).replaceAll(".*(\"seen\":.*?})", "$1"));
                assertDue(items, accepted, List.of(new CalendarOverride(day, "임시공휴일", Holiday.Kind.TEMPORARY)), 1);

                service.post(ADMIN, "/staff/calendar/overrides/" + day + "/undo", "{}");
                await().atMost(LONG).until(() -> recounts.countDocuments(Filters.eq("state", "DONE")) == 2);
                assertDue(items, accepted, List.of(), 2);
            }
        }
    }

    private static long recounted(MongoCollection<Document> items) {
        return items.countDocuments(Filters.eq("ledger.what", "recomputed"));
    }

    private static void assertDue(
            MongoCollection<Document> items, Instant accepted, List<CalendarOverride> off, int times) {
        WorkCalendar calendar = Holidays.known().closedOn(off);
        Map<String, Date> fresh = new HashMap<>();
        int other = 0;
        for (Document item : items.find()) {
            Date due = fresh.computeIfAbsent(item.getString("period"), period -> due(calendar, accepted, period));
            assertThat(item.getDate("dueAt")).as(item.getString("period")).isEqualTo(due);
            long counted = item.getList("ledger", Document.class).stream()
                    .filter(entry -> entry.getString("what").equals("recomputed"))
                    .count();
            assertThat(counted).as(item.toJson()).isIn(0L, (long) times);
            other += counted > 0 ? 1 : 0;
        }
        assertThat(other).isGreaterThanOrEqualTo(CASES * 3 / 5);
    }

    private static Date due(WorkCalendar calendar, Instant accepted, String period) {
        DeadlineRequest request = DeadlineRequest.of(
                SeoulTime.local(accepted), Period.parse(period).orElseThrow());
        DeadlineResult.Deadline deadline =
                (DeadlineResult.Deadline) new DeadlineCalculator(calendar, ClockPolicy.DEFAULT).calculate(request);
        return Date.from(deadline.dueAt());
    }

    /** The second one: a case of three hours is over before it. */
    private static LocalDate workingDayAfter(LocalDate today) {
        LocalDate next = Holidays.known().workingDayFrom(today.plusDays(1));
        return Holidays.known().workingDayFrom(next.plusDays(1));
    }
}
