package kr.minwon.routing.calendar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import kr.minwon.routing.clock.CalendarOverride;
import kr.minwon.routing.clock.Holiday;
import kr.minwon.routing.clock.Holidays;
import kr.minwon.routing.office.Offices;
import kr.minwon.routing.workitem.Standing;
import kr.minwon.routing.workitem.StatutoryClocks;
import kr.minwon.routing.workitem.WorkItems;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RecounterTests {
    private static final Instant NOW = Instant.parse("2026-11-23T01:00:00Z");
    private static final CalendarOverride DAY =
            new CalendarOverride(LocalDate.of(2027, 1, 22), "임시공휴일", Holiday.Kind.TEMPORARY);
    /** All that is left is its last stretch, which is empty, and the last days to object. */
    private static final Recount NEARLY_DONE = new Recount(
            "r1",
            "seogu",
            DAY,
            true,
            false,
            "admin-1",
            NOW,
            Recount.State.RUNNING,
            new Recount.Progress(Standing.FILED, null, 0, 0, NOW, null));

    private final List<Recount> advanced = new ArrayList<>();

    @AfterEach
    void goOn() {
        Thread.interrupted();
    }

    @Test
    void whoIsStoppedWhileLastDaysAreMovedDoesNotSayThatItIsDone() {
        List<String> whole = Collections.nCopies(200, "a case");

        try (Recounter recounter = recounter(() -> {
            Thread.currentThread().interrupt();
            return whole;
        })) {
            assertThatThrownBy(recounter::round).hasMessageContaining("stopped");
        }

        assertThat(advanced).isEmpty();
    }

    @Test
    void whatIsDoneToItsEndIsDone() {
        try (Recounter recounter = recounter(List::of)) {
            recounter.round();
        }

        assertThat(advanced).extracting(Recount::state).containsExactly(Recount.State.DONE);
    }

    private Recounter recounter(Supplier<List<String>> toObject) {
        Recounts recounts = answering(
                Recounts.class,
                Map.of(
                        "next",
                        args -> advanced.isEmpty() ? Optional.of(NEARLY_DONE) : Optional.empty(),
                        "advance",
                        args -> advanced.add((Recount) args[1])));
        WorkItems items = answering(
                WorkItems.class,
                Map.of(
                        "stretch",
                        args -> new WorkItems.Stretch(List.of(), null),
                        "objectionsUntil",
                        args -> toObject.get(),
                        "change",
                        args -> null));
        Offices offices = answering(
                Offices.class, Map.of("find", args -> Optional.of(kr.minwon.routing.testing.WorkItems.SEOGU)));
        return new Recounter(
                recounts,
                items,
                offices,
                new StatutoryClocks(Holidays.known(), Holidays.provisional()),
                Clock.fixed(NOW, ZoneOffset.UTC),
                Duration.ZERO);
    }

    /** Answers one method of a name. */
    @FunctionalInterface
    private interface Says {
        Object answer(Object[] args);
    }

    /** Something that knows those methods, and no others. */
    private static <T> T answering(Class<T> type, Map<String, Says> methods) {
        return type.cast(Proxy.newProxyInstance(
                type.getClassLoader(),
                new Class<?>[] {type},
                (proxy, method, args) -> methods.get(method.getName()).answer(args)));
    }
}
