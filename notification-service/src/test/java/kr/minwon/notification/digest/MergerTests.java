package kr.minwon.notification.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.dispatch.MemoryMessages;
import kr.minwon.notification.dispatch.StaleSettings;
import kr.minwon.notification.dispatch.Staleness;
import kr.minwon.notification.dispatch.Wishes;
import kr.minwon.notification.message.AnswerLinks;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Content;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Encoding;
import kr.minwon.notification.message.LaterTexts;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.MessageState;
import kr.minwon.notification.message.Messages;
import kr.minwon.notification.message.Notices;
import kr.minwon.notification.message.OpenPhone;
import kr.minwon.notification.message.QuietSettings;
import kr.minwon.notification.message.Reason;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each notice is told once, by itself or by one digest, wherever a process stops. */
class MergerTests {
    private static final Instant END = MessageMother.AT.plusSeconds(60);
    private static final Instant NOW = END.plusMillis(200);
    private static final String SAYS = "[서구청] 민원 %s 처리기한이 바뀌었습니다.\n처리기한: 12월 %d일 18시까지\n담당: 건설과 062-000-0000";

    private final MemoryMessages store = new MemoryMessages();
    private final MemoryMerges merges = new MemoryMerges();
    private Wishes wishes = Wishes.NONE;
    private OpenPhone openPhone = phone -> phone;

    private Message held(int n) {
        return held(MessageMother.complaintId(), "deadline.2", null, SAYS.formatted(MessageMother.NUMBER, 1 + n), n);
    }

    private static Message held(String complaintId, String step, String previousStep, String text, int n) {
        Message notice = MessageMother.message(complaintId, step, previousStep, MessageMother.AT.plusMillis(n));
        return MessageMother.heldUntil(END, MessageMother.saying(text, notice));
    }

    private List<Message> hold(int count) {
        List<Message> all = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            all.add(held(n));
            store.add(all.getLast());
        }
        return all;
    }

    private Merger process(Steps steps) {
        Messages seen = steps.of(store);
        Notices notices = new Notices(
                MessageMother.templates(),
                new AnswerLinks("https://minwon.example", token -> token),
                QuietSettings.NONE,
                MessageMother.NO_BURSTS,
                java.time.Clock.fixed(NOW, ZoneOffset.UTC));
        Staleness staleness = new Staleness(
                new StaleSettings(Map.of(), Duration.ofHours(72), Duration.ofMinutes(10)),
                QuietSettings.NONE,
                new LaterTexts(new MemoryCases(), store),
                java.time.Clock.fixed(NOW, ZoneOffset.UTC));
        Selection selection = new Selection(seen, wishes, staleness, openPhone, MessageMother.templates());
        return new Merger(seen, steps.of(merges), selection, notices, true, told -> {});
    }

    private Merger process() {
        return process(new Steps(0, () -> {}));
    }

    /** How often each notice is told: by itself if it may still go, by each digest that names it. */
    private Map<String, Integer> told() {
        Map<String, Integer> told = new HashMap<>();
        for (Message message : store.all()) {
            if (message.about() instanceof Digest digest) {
                digest.parts().forEach(part -> told.merge(part.messageId(), 1, Integer::sum));
            } else if (message.digestId() == null) {
                told.merge(message.id(), 1, Integer::sum);
            }
        }
        return told;
    }

    private void assertEachIsToldOnce(List<Message> notices) {
        assertThat(told())
                .hasSize(notices.size())
                .allSatisfy((id, times) -> assertThat(times).as(id).isEqualTo(1));
        assertThat(merges.some(10)).isEmpty();
    }

    private List<Message> digests() {
        return store.all().stream().filter(Message::isDigest).toList();
    }

    @Test
    void noticesHeldUntilOneMomentAreToldByOneText() {
        List<Message> notices = hold(3);

        List<Message> made = process().of(NOW);

        assertEachIsToldOnce(notices);
        assertThat(made).singleElement().satisfies(digest -> {
            assertThat(digest.state()).isEqualTo(MessageState.QUEUED);
            assertThat(digest.content().text()).isEqualTo("""
                            3 서구청

                            민원 2611-4821-9375 처리기한이 바뀌었습니다.
                            처리기한: 12월 1일 18시까지
                            담당: 건설과 062-000-0000

                            민원 2611-4821-9375 처리기한이 바뀌었습니다.
                            처리기한: 12월 2일 18시까지
                            담당: 건설과 062-000-0000

                            민원 2611-4821-9375 처리기한이 바뀌었습니다.
                            처리기한: 12월 3일 18시까지
                            담당: 건설과 062-000-0000""");
        });
        for (Message notice : notices) {
            Message stored = store.find(notice.id()).orElseThrow();
            assertThat(stored.state()).isEqualTo(MessageState.DROPPED);
            assertThat(stored.progress().reason())
                    .isEqualTo(new Reason(digests().getFirst().about().id(), Cause.MERGED));
        }
    }

    @Test
    void nothingIsMergedBeforeItsTime() {
        List<Message> notices = hold(3);
        assertThat(process().of(END.minusMillis(1))).isEmpty();
        assertThat(digests()).isEmpty();
        assertEachIsToldOnce(notices);
    }

    @Test
    void oneAloneGoesByItself() {
        List<Message> notices = hold(1);
        assertThat(process().of(NOW)).isEmpty();
        assertThat(store.find(notices.getFirst().id()).orElseThrow().state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void whatIsSaidOfSeveralCasesIsSaidOnceWithEachNumber() {
        store.add(MessageMother.ofNumber("2611-0000-0001", held(1)));
        store.add(MessageMother.ofNumber("2611-0000-0002", held(1)));
        String text = process().of(NOW).getFirst().content().text();
        assertThat(text).contains("민원 2611-0000-0001, 2611-0000-0002 처리기한이").containsOnlyOnce("12월 2일");
    }

    @Test
    void moreThanOneTextHoldsGoesInASecondOneAfterTheFirst() {
        List<Message> notices = hold(40);

        List<Message> made = process().of(NOW);

        assertEachIsToldOnce(notices);
        assertThat(made).hasSizeGreaterThan(1);
        assertThat(made).allSatisfy(digest -> {
            assertThat(SmsText.measure(digest.content().text()).bytes()).isLessThanOrEqualTo(SmsText.LMS_BYTES);
            assertThat(digest.content().text()).endsWith("062-000-0000");
        });
        assertThat(made.getFirst().previous()).isNull();
        assertThat(made.get(1).previous()).isEqualTo(made.getFirst().id());
        // The first is as full as it can be.
        assertThat(SmsText.measure(made.getFirst().content().text()).bytes()).isGreaterThan(1_850);
    }

    @Test
    void aTextIsFullAtTwoThousandBytesAndNotBefore() {
        int one = SmsText.measure("2 서구청\n\n가\n\n").bytes();
        for (int over : List.of(0, 1)) {
            MemoryMessages edge = new MemoryMessages();
            String long1 = "가".repeat((SmsText.LMS_BYTES - one) / 2) + "a".repeat((SmsText.LMS_BYTES - one) % 2 + over);
            edge.add(held(MessageMother.complaintId(), "deadline.2", null, "[서구청] 가", 1));
            edge.add(held(MessageMother.complaintId(), "deadline.2", null, "[서구청] " + long1, 2));
            Selection selection =
                    new Selection(edge, Wishes.NONE, always(edge), phone -> phone, MessageMother.templates());
            assertThat(selection.of(edge.all(), NOW)).hasSize(1 - over);
        }
    }

    private static Staleness always(MemoryMessages messages) {
        return new Staleness(
                new StaleSettings(Map.of(), Duration.ofDays(9), Duration.ofDays(9)),
                QuietSettings.NONE,
                new LaterTexts(new MemoryCases(), messages),
                java.time.Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @Test
    void whatAsksForAnAnswerOrHasOtherLettersGoesByItself() {
        hold(2);
        String id = MessageMother.complaintId();
        Message asks = held(id, "supplement.1", null, "보완하기: https://minwon.example/s/x", 3);
        Message letters = MessageMother.heldUntil(
                END, MessageMother.message(MessageMother.complaintId(), "deadline.2", null, MessageMother.AT));
        letters = MessageMother.saying(new Content("똠방각하", Encoding.UCS_2, "1"), letters);
        store.add(asks);
        store.add(letters);
        process().of(NOW);
        assertThat(store.find(asks.id()).orElseThrow().state()).isEqualTo(MessageState.QUEUED);
        assertThat(store.find(letters.id()).orElseThrow().state()).isEqualTo(MessageState.QUEUED);
        assertThat(digests()).hasSize(1);
    }

    @Test
    void oneThatHasToWaitForAnotherIsToldAfterThat() {
        hold(2);
        String id = MessageMother.complaintId();
        Message asks = held(id, "supplement.1", null, "보완하기: https://minwon.example/s/x", 3);
        Message after = held(id, "extended.1", "supplement.1", "연장", 4);
        store.add(asks);
        store.add(after);
        process().of(NOW);
        assertThat(store.find(after.id()).orElseThrow().state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void severalOfOneCaseAreToldInOrder() {
        String id = MessageMother.complaintId();
        store.add(held(id, "answered.1", "deadline.2", "[서구청] 답변", 1));
        store.add(held(id, "deadline.2", null, "[서구청] 기한", 1));
        assertThat(process().of(NOW).getFirst().content().text()).isEqualTo("2 서구청\n\n기한\n\n답변");
    }

    @Test
    void whoWantsNoMoreTextsIsLeftToTheHandOver() {
        List<Message> notices = hold(3);
        wishes = (message, phone) -> message.id().equals(notices.get(1).id())
                ? Optional.of(new Reason("opted out by text", Cause.OPTED_OUT))
                : Optional.empty();
        process().of(NOW);
        assertThat(digests().getFirst().about())
                .isInstanceOfSatisfying(
                        Digest.class,
                        digest -> assertThat(digest.parts())
                                .extracting(Digest.Part::messageId)
                                .containsExactly(
                                        notices.get(0).id(), notices.get(2).id()));
    }

    @Test
    void aLaterDigestGoesAfterTheOneThatToldWhatWasBefore() {
        String id = MessageMother.complaintId();
        store.add(held(id, "deadline.2", null, "[서구청] 기한", 1));
        store.add(held(2));
        Message first = process().of(NOW).getFirst();
        Instant later = END.plusSeconds(60);
        store.add(MessageMother.heldUntil(later, held(id, "answered.1", "deadline.2", "[서구청] 답변", 5)));
        store.add(MessageMother.heldUntil(later, held(6)));

        Message second = process().of(later).getFirst();

        assertThat(second.previous()).isEqualTo(first.id());
    }

    @Test
    void aKillBeforeAnyStepLosesNothingAndTellsNothingTwice() {
        int steps = 1;
        for (boolean killed = true; killed; steps++) {
            MergerTests town = new MergerTests();
            List<Message> notices = town.hold(30);
            killed = isKilled(town.process(new Steps(steps, () -> {})));
            town.process().of(NOW.plusSeconds(1));
            town.assertEachIsToldOnce(notices);
        }
        assertThat(steps).isGreaterThan(40);
    }

    private static boolean isKilled(Merger process) {
        try {
            process.of(NOW);
            return false;
        } catch (Steps.Killed e) {
            return true;
        }
    }

    /** Whoever stood still for long goes on with what it knew: nothing may join any more. */
    @Test
    void oneThatGoesOnAfterAnotherHasEndedItsMergeChangesNothing() {
        for (int stop = 1; stop < 12; stop++) {
            MergerTests town = new MergerTests();
            List<Message> notices = town.hold(3);
            int at = stop;
            int[] step = {0};
            Merger slow = town.process(new Steps(0, () -> {
                if (++step[0] == at) {
                    town.process().of(NOW);
                    town.putBackWhatGoesByItself();
                }
            }));
            slow.of(NOW);
            town.process().of(NOW);
            town.assertEachIsToldOnce(notices);
        }
    }

    /** As when a text behind it made it hurry, and the provider would not have it. */
    private void putBackWhatGoesByItself() {
        for (Message one : store.all()) {
            if (one.state() == MessageState.QUEUED && !one.isDigest()) {
                Message sending =
                        store.advance(one, one.sending("2", "witness", NOW)).orElseThrow();
                store.advance(sending, sending.putBack());
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8})
    void whereverOthersTakeANoticeMeanwhileItIsToldOnce(int seed) {
        Random random = new Random(seed);
        List<Message> notices = hold(12);
        Runnable others = () -> {
            Message one = store.find(notices.get(random.nextInt(12)).id()).orElseThrow();
            if (random.nextInt(4) == 0 && one.state() == MessageState.QUEUED) {
                Message sending =
                        store.advance(one, one.sending("2", "witness", NOW)).orElseThrow();
                store.advance(sending, random.nextBoolean() ? sending.putBack() : sending.accepted(one.id(), NOW));
            }
        };
        for (int round = 0; round < 3; round++) {
            isKilled(process(new Steps(random.nextInt(20), others)));
        }
        process().of(NOW.plusSeconds(1));
        assertEachIsToldOnce(notices);
        assertThat(digests())
                .allSatisfy(digest -> assertThat(digest.about())
                        .isInstanceOfSatisfying(
                                Digest.class,
                                told -> assertThat(told.parts())
                                        .allSatisfy(part -> assertThat(store.find(part.messageId())
                                                        .orElseThrow()
                                                        .digestId())
                                                .isEqualTo(told.id()))));
    }

    @Test
    void twoInstancesAtOnceTellEachOnce() throws Exception {
        try (ExecutorService both = Executors.newFixedThreadPool(2)) {
            for (int round = 0; round < 50; round++) {
                MergerTests town = new MergerTests();
                List<Message> notices = town.hold(30);
                List<Future<List<Message>>> runs = List.of(
                        both.submit(() -> town.process().of(NOW)),
                        both.submit(() -> town.process().of(NOW)));
                for (Future<List<Message>> run : runs) {
                    run.get();
                }
                town.assertEachIsToldOnce(notices);
            }
        }
    }

    @Test
    void onePhoneThatCannotBeReadHoldsUpNoOthers() {
        List<Message> notices = hold(3);
        AtomicInteger opened = new AtomicInteger();
        openPhone = phone -> {
            if (opened.getAndIncrement() == 0) {
                throw new IllegalArgumentException("no such key");
            }
            return phone;
        };
        assertThat(process().of(NOW)).hasSize(1);
        assertThat(digests()).hasSize(1);
        assertEachIsToldOnce(notices);
        assertThat(store.find(notices.getFirst().id()).orElseThrow().state()).isEqualTo(MessageState.QUEUED);
    }

    @Test
    void aBrokenStoreIsSaid() {
        hold(2);
        assertThatExceptionOfType(Steps.Killed.class)
                .isThrownBy(() -> process(new Steps(1, () -> {})).of(NOW));
    }
}
