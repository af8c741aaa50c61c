package kr.minwon.notification.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.figures.DayFigures.Like;
import kr.minwon.notification.figures.DayFigures.Line;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Costs;
import kr.minwon.notification.message.MailingPart;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Prices;
import kr.minwon.notification.message.Prices.Price;
import kr.minwon.notification.message.Sizing;
import kr.minwon.notification.message.Spoken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A day counted again is the same, whoever counts and whatever stopped in between. */
class CountingTests {
    /** 10:12 in Seoul. */
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);

    private static final BigDecimal SMS = new BigDecimal("9.9");
    private static final BigDecimal ALIMTALK = BigDecimal.valueOf(13);
    private static final Costs COSTS =
            new Costs(new Prices(Map.of("smpp", new Price(SMS, BigDecimal.valueOf(32), ALIMTALK))), new Sizing(false));

    private final MemoryMessages messages = new MemoryMessages();
    private final MemoryCases cases = new MemoryCases();
    private final List<Duration> rests = new ArrayList<>();
    private final Stored stored = new Stored();
    private final Counting counting = new Counting(stored, cases, COSTS, rests::add);

    /** Figures as the store has them. */
    private final class Stored implements Figures {
        private final Map<LocalDate, DayFigures> days = new HashMap<>();
        private Runnable meanwhile = () -> {};

        @Override
        public long version(String officeId, LocalDate day) {
            return days.containsKey(day) ? days.get(day).version() : 0;
        }

        @Override
        public boolean store(DayFigures counted) {
            meanwhile.run();
            if (version(counted.officeId(), counted.day()) != counted.version()) {
                return false;
            }
            days.put(
                    counted.day(),
                    new DayFigures(
                            counted.officeId(),
                            counted.day(),
                            counted.version() + 1,
                            counted.countedAt(),
                            counted.lines()));
            return true;
        }

        @Override
        public List<DayFigures> of(String officeId, LocalDate from, LocalDate to) {
            return List.copyOf(days.values());
        }

        @Override
        public List<Message> messages(
                String officeId, Instant from, Instant before, @Nullable Message after, int most) {
            return CountingTests.this.messages.made(officeId, from, before, after, most);
        }

        @Override
        public List<String> offices() {
            return messages.offices();
        }
    }

    private Message put(Message message) {
        messages.add(message);
        return message;
    }

    private List<Line> counted() throws InterruptedException {
        assertThat(counting.count("seogu", DAY, MessageMother.AT)).isTrue();
        return stored.days.get(DAY).lines();
    }

    private static Line line(String provider, String state, String cause, long count, BigDecimal cost) {
        return new Line(new Like("case", null, "urgent", provider, state, cause), count, cost);
    }

    @Test
    void textsThatAreAlikeAreCountedTogether() throws InterruptedException {
        for (MessageState state : MessageState.values()) {
            put(MessageMother.in(state));
        }
        put(MessageMother.in(MessageState.DELIVERED));
        assertThat(counted())
                .containsExactlyInAnyOrder(
                        line(null, "queued", null, 1, BigDecimal.ZERO),
                        line("smpp", "sending", null, 1, BigDecimal.ZERO),
                        line("smpp", "accepted", null, 1, SMS),
                        line("smpp", "unknown", "no-answer", 1, BigDecimal.ZERO),
                        line("smpp", "delivered", null, 2, SMS.multiply(BigDecimal.TWO)),
                        line("smpp", "failed", "no-such-number", 1, BigDecimal.ZERO),
                        line(null, "dropped", "unexplained", 1, BigDecimal.ZERO));
    }

    @Test
    void alimtalkCostsWhatItCostsAndNothingWhenATextHadToGoInItsPlace() throws InterruptedException {
        Instant at = MessageMother.AT;
        put(MessageMother.byKakao(at).sending("it", "smpp", at).accepted("k1", at));
        put(MessageMother.byKakao(at)
                .sending("it", "smpp", at)
                .fallenBack(MessageMother.NO_ANSWER, at)
                .sending("it", "smpp", at)
                .accepted("s1", at));
        assertThat(counted()).singleElement().satisfies(line -> {
            assertThat(line.count()).isEqualTo(2);
            assertThat(line.cost()).isEqualByComparingTo(ALIMTALK.add(SMS));
        });
    }

    @Test
    void ofACaseItsDepartmentIsToldAndOfACodeNone() throws InterruptedException {
        Message one = put(MessageMother.in(MessageState.DELIVERED));
        cases.put(
                CaseRecord.opened(MessageMother.about(one.about().id()), "phone", true, MessageMother.AT, Spoken.KOREAN)
                        .assignedTo("construction", MessageMother.AT));
        put(MessageMother.code("0198f3c2"));
        assertThat(counted())
                .extracting(line -> line.like().kind() + " " + line.like().departmentId())
                .containsExactlyInAnyOrder("case construction", "code null");
    }

    @Test
    void whatAMailingCostsIsItsDepartmentsAndOfOneBeforeDepartmentsWereKeptNobodys() throws InterruptedException {
        Message one = MessageMother.ofMailing("m1", "c1:a");
        put(one.sending("it", "smpp", MessageMother.AT).accepted("1", MessageMother.AT));
        put(MessageMother.of(new MailingPart("m2", "seogu", "news/safety", false, false, null), "c1:a"));
        assertThat(counted())
                .satisfiesExactlyInAnyOrder(
                        line -> {
                            assertThat(line.like().kind()).isEqualTo("mailing");
                            assertThat(line.like().departmentId()).isEqualTo("construction");
                            assertThat(line.cost()).isEqualByComparingTo(SMS);
                        },
                        line -> assertThat(line.like().departmentId()).isNull());
    }

    @Test
    void countedTwiceItIsTheSame() throws InterruptedException {
        put(MessageMother.in(MessageState.DELIVERED));
        List<Line> once = counted();
        assertThat(counted()).isEqualTo(once);
    }

    @Test
    void moreThanIsReadAtOnceIsCountedWhole() throws InterruptedException {
        for (int n = 0; n < 1_234; n++) {
            put(MessageMother.received());
        }
        assertThat(counted())
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isEqualTo(1_234));
    }

    @Test
    void betweenPagesOfADayItRestsAndAfterThemItDoesNot() throws InterruptedException {
        for (int n = 0; n < 1_234; n++) {
            put(MessageMother.received());
        }
        counted();
        assertThat(rests).hasSize(6).allMatch(Duration::isPositive);
    }

    @Test
    void figuresOfWhoeverCountedMeanwhileAreNotOverwrittenByOlderOnes() throws InterruptedException {
        put(MessageMother.in(MessageState.DELIVERED));
        stored.meanwhile = () -> {
            stored.meanwhile = () -> {};
            put(MessageMother.in(MessageState.DELIVERED));
            assertThatCode(this::counted).doesNotThrowAnyException();
        };
        assertThat(counting.count("seogu", DAY, MessageMother.AT)).isFalse();
        assertThat(stored.days.get(DAY).lines())
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isEqualTo(2));
    }

    @Test
    void daysAreThoseOfSeoul() throws InterruptedException {
        Message late = MessageMother.message(
                MessageMother.complaintId(), "received.1", null, Instant.parse("2026-11-22T15:00:00Z"));
        assertThat(Counting.dayOf(late)).isEqualTo(DAY);
        put(late);
        put(MessageMother.message(
                MessageMother.complaintId(), "received.1", null, Instant.parse("2026-11-22T14:59:59.999Z")));
        assertThat(counted())
                .singleElement()
                .satisfies(line -> assertThat(line.count()).isEqualTo(1));
    }

    @Test
    void whatChangedHereIsCountedAgainAndNothingElse() throws InterruptedException {
        Recounts recounts = recounts();
        recounts.round();
        recounts.on(put(MessageMother.in(MessageState.DELIVERED)));
        recounts.round();
        assertThat(stored.days.get(DAY).version()).isEqualTo(1);
        recounts.round();
        assertThat(stored.days.get(DAY).version()).isEqualTo(1);
    }

    @Test
    void aNewInstanceCountsTheLatestDaysForWhatAKilledOneKnew() throws InterruptedException {
        put(MessageMother.in(MessageState.DELIVERED));
        recounts().round();
        assertThat(stored.days.get(DAY).lines()).hasSize(1);
        assertThat(stored.days).containsOnlyKeys(DAY, DAY.minusDays(1));
    }

    @Test
    void whatCouldNotBeCountedIsTriedAgain() throws InterruptedException {
        Recounts recounts = recounts();
        recounts.round();
        recounts.on(put(MessageMother.in(MessageState.DELIVERED)));
        stored.meanwhile = () -> {
            throw new IllegalStateException("the store is away");
        };
        recounts.round();
        stored.meanwhile = () -> {};
        recounts.round();
        assertThat(stored.days.get(DAY).lines()).hasSize(1);
    }

    private Recounts recounts() {
        return new Recounts(
                counting,
                stored,
                new FiguresSettings(Duration.ofSeconds(10), Duration.ofHours(1), 2),
                Clock.fixed(MessageMother.AT, ZoneOffset.UTC));
    }
}
