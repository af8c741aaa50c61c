package kr.minwon.notification.reply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import kr.minwon.notification.consent.ConsentEntry;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.consent.MemoryConsents;
import kr.minwon.notification.consent.Purpose;
import kr.minwon.notification.dispatch.HandClock;
import kr.minwon.notification.dispatch.MemoryCases;
import kr.minwon.notification.message.About;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cause;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.MessageMother;
import kr.minwon.notification.message.Reason;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Standing;
import kr.minwon.notification.message.Templates;
import kr.minwon.notification.reply.HandleReplies.Outcome;
import kr.minwon.notification.reply.Meaning.Kind;
import kr.minwon.notification.reply.Meaning.Why;
import kr.minwon.notification.reply.Replies.Taken;
import kr.minwon.notification.subscription.OptOutMother;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RepliesTests {
    private static final String PHONE = MessageMother.PHONE;
    private static final String OFFICE_NUMBER = "0623607114";

    private final HandClock clock = new HandClock(Instant.parse("2026-11-23T01:00:00Z"));
    private final MemoryCases cases = new MemoryCases();
    private final Templates templates = MessageMother.templates();
    private final ConsentLedger ledger = new ConsentLedger(new MemoryConsents(), cases, templates, clock);
    private final MemoryTexts stored = new MemoryTexts();
    private final Replies replies = new Replies(
            OptOutMother.withoutNews(ledger),
            templates,
            cases,
            stored,
            stored,
            new ReplySettings("seogu", 20, 2),
            clock);

    private Kind text(String words) {
        return of(replies.on(new InboundText(PHONE, OFFICE_NUMBER, words)));
    }

    private static Kind of(Taken taken) {
        return ((Taken.Kept) taken).reply().meaning().kind();
    }

    /** A text about a case that was filed with consent just now. */
    private Message filed() {
        Message message = MessageMother.received();
        cases.put(CaseRecord.opened(message.ofCase(), PHONE, true, clock.instant(), Spoken.KOREAN));
        return message;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "수신거부",
                " 수신 거부 ",
                "그만",
                "그만!",
                "STOP",
                "stop.",
                "[수신거부]",
                "무료수신거부\r\n",
                "수신거부합니다",
                "수신거부 부탁드립니다",
                "수신거부해주세요",
                "수신을 거부합니다.",
                "문자 수신거부 할게요~",
                "서구청 문자 수신거부 신청합니다",
                "안녕하세요. 수신거부 부탁드립니다. 감사합니다",
                "문자 그만 보내주세요",
                "이제 문자 좀 그만 보내세요!!",
                "그만 보내줘요",
                "문자 보내지 마세요",
                "더 이상 문자 보내지 말아주세요",
                "문자 안 받을게요",
                "ＳＴＯＰ",
            })
    void whoWantsNoMoreTextsGetsNone(String words) {
        Message message = filed();
        clock.pass(Duration.ofMinutes(1));
        assertThat(text(words)).isEqualTo(Kind.OPT_OUT);
        assertThat(ledger.refusal(message, PHONE)).map(Reason::cause).contains(Cause.OPTED_OUT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "그만 좀 시끄럽게 하라고 해주세요",
                "공사 그만하게 해주세요",
                "제발 그만",
                "광고 전단 그만 붙이게 해주세요",
                "문자 보내지 마세요라고 옆집에 해주세요",
                "수신거부 해제해 주세요",
                "보내지 않았어요",
                "",
                "거부",
                "그만두지 마세요",
                "수신거부하려면 어떻게 하나요",
                "수신거부?",
                "STOP?",
                "그만?",
                "그만❓",
                "STOP it",
                "5",
                "감사합니다",
                "\uD83D",
                "\u202E그만\u202Ca"
            })
    void anythingElseIsNoOptOut(String words) {
        Message message = filed();
        assertThat(text(words)).isNotEqualTo(Kind.OPT_OUT);
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "120", "0623607114", "MINWON", "010123456789"})
    void ofNobodyNothingIsWrittenInTheLedger(String from) {
        Taken taken = replies.on(new InboundText(from, OFFICE_NUMBER, "그만"));
        assertThat(((Taken.Kept) taken).reply().meaning().why()).isEqualTo(Why.NO_MOBILE);
        assertThat(ledger.of("seogu", from)).isEmpty();
    }

    @Test
    void theSameTextAgainWritesNothingMore() {
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        text("수신거부");
        assertThat(ledger.of("seogu", PHONE)).hasSize(1);
    }

    @Test
    void whoFilesAgainWithConsentIsToldOfThatCaseOnly() {
        Message before = filed();
        clock.pass(Duration.ofMinutes(1));
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        Message after = filed();
        assertThat(ledger.refusal(before, PHONE)).isPresent();
        assertThat(ledger.refusal(after, PHONE)).isEmpty();
    }

    @Test
    void whoWantsTextsAgainGetsThem() {
        Message message = filed();
        text("그만");
        clock.pass(Duration.ofMinutes(1));
        ledger.record("seogu", PHONE, Purpose.CASE_NOTICES, true, ConsentEntry.Channel.VERIFIED_PHONE, "page-1");
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
        assertThat(ledger.of("seogu", PHONE)).extracting(ConsentEntry::given).containsExactly(false, true);
    }

    @Test
    void whatWasSaidLastCountsThoughAClockIsBehind() {
        Message message = filed();
        text("그만");
        clock.pass(Duration.ofMinutes(-10));
        ledger.record("seogu", PHONE, Purpose.CASE_NOTICES, true, ConsentEntry.Channel.VERIFIED_PHONE, "page-1");
        assertThat(ledger.refusal(message, PHONE)).isEmpty();
    }

    @Test
    void aNumberThatNoOfficeHasCountsForAll() {
        Message message = filed();
        replies.on(new InboundText(PHONE, "0800000000", "그만"));
        assertThat(ledger.refusal(message, PHONE)).isPresent();
    }

    @Test
    void codesAreSentWhateverWasSaid() {
        text("그만");
        assertThat(ledger.refusal(MessageMother.code("1"), PHONE)).isEmpty();
    }

    @Test
    void anotherPhoneIsNotConcerned() {
        Message message = filed();
        text("그만");
        assertThat(ledger.refusal(message, "01099999999")).isEmpty();
    }

    private Reply kept(String words) {
        return ((Taken.Kept) replies.on(new InboundText(PHONE, OFFICE_NUMBER, words))).reply();
    }

    @Test
    void aTextIsStoredWithItsMeaningAndItsCase() {
        Message message = filed();
        Reply reply = kept("언제 고쳐지나요?");
        assertThat(reply.meaning().kind()).isEqualTo(Kind.NOTE);
        assertThat(reply.meaning().about()).isEqualTo(message.ofCase());
        assertThat(reply.officeId()).isEqualTo("seogu");
        assertThat(reply.open()).isFalse();
        assertThat(stored.stored).containsExactly(reply);
        assertThat(reply.toString()).doesNotContain("고쳐", PHONE);
    }

    @Test
    void aTextThatIsBroughtAgainIsTheSame() {
        InboundText text = new InboundText(PHONE, OFFICE_NUMBER, "화정3동 놀이터 가로등 꺼짐");
        assertThat(replies.on(text)).isInstanceOf(Taken.Kept.class);
        clock.pass(Duration.ofSeconds(40));
        assertThat(replies.on(text)).isInstanceOf(Taken.Known.class);
        assertThat(stored.stored).hasSize(1);
    }

    @Test
    void aTextWhoseStoringFailedIsStoredWhenItIsBroughtAgain() {
        InboundText text = new InboundText(PHONE, OFFICE_NUMBER, "화정3동 놀이터 가로등 꺼짐");
        stored.away = 1;
        assertThatThrownBy(() -> replies.on(text)).isInstanceOf(IllegalStateException.class);
        clock.pass(Duration.ofSeconds(40));
        assertThat(of(replies.on(text))).isEqualTo(Kind.COMPLAINT);
        assertThat(stored.stored)
                .singleElement()
                .satisfies(one -> assertThat(one.open()).isFalse());
    }

    @Test
    void withAnIdTheIdTellsWhetherItIsTheSame() {
        Instant at = clock.instant();
        InboundText first = new InboundText("bizm", "m-1", PHONE, OFFICE_NUMBER, "5", at);
        assertThat(replies.on(first)).isInstanceOf(Taken.Kept.class);
        assertThat(replies.on(new InboundText("bizm", "m-2", PHONE, OFFICE_NUMBER, "5", at)))
                .isInstanceOf(Taken.Kept.class);
        clock.pass(Duration.ofDays(1));
        assertThat(replies.on(first)).isInstanceOf(Taken.Known.class);
        assertThat(stored.stored).hasSize(2);
    }

    @Test
    void aLongTextIsKeptWhole() {
        filed();
        String words = "언제 고쳐지나요? " + "가로등이 깜빡입니다. ".repeat(400);
        Reply reply = kept(words);
        assertThat(reply.text()).isEqualTo(words.strip());
        assertThat(reply.cut()).isFalse();
        assertThat(reply.meaning().kind()).isEqualTo(Kind.NOTE);
    }

    @Test
    void theIdOfATextCanBeTheIdOfAComplaint() {
        assertThat(kept("화정3동 놀이터 가로등 꺼짐").id())
                .matches("[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
    }

    @Test
    void aPhoneFilesFewInAnHourAndTheRestIsForPeople() {
        assertThat(kept("화정3동 놀이터 가로등 꺼짐").meaning().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(kept("치평동 도로 파였어요 위험합니다").meaning().kind()).isEqualTo(Kind.COMPLAINT);
        Reply third = kept("금호동 쓰레기 무단투기 심해요");
        assertThat(third.meaning().why()).isEqualTo(Why.FILED_OFTEN);
        assertThat(third.open()).isTrue();
        clock.pass(Duration.ofHours(1));
        assertThat(kept("풍암동 화장실 고장났어요").meaning().kind()).isEqualTo(Kind.COMPLAINT);
    }

    @Test
    void theSameWordsAreFiledOnce() {
        kept("화정3동 놀이터 가로등 꺼짐");
        clock.pass(Duration.ofDays(2));
        Reply again = kept("화정3동 놀이터 가로등 꺼짐!");
        assertThat(again.meaning().why()).isEqualTo(Why.REPEATED);
        assertThat(again.open()).isTrue();
    }

    @Test
    void aMachineThatAnswersEveryTextSoonTalksToNobody() {
        String machine = "고객님의 신고를 접수하였습니다. 우리 도로 공사 현장 담당이 조치하겠습니다";
        int answers = 0;
        for (int round = 0; round < 500; round++) {
            Taken taken = replies.on(new InboundText(PHONE, OFFICE_NUMBER, machine));
            if (taken instanceof Taken.Kept kept && kept.reply().meaning().kind() == Kind.COMPLAINT) {
                answers++;
                // Our text that it is filed; then a machine says the same again.
                cases.put(CaseRecord.opened(
                                new About(kept.reply().id(), "seogu", "2611-4821-9375"),
                                PHONE,
                                true,
                                clock.instant(),
                                Spoken.KOREAN)
                        .standing(Standing.NEW.in(Standing.Phase.OPEN, clock.instant())));
            }
            clock.pass(Duration.ofMinutes(11));
            if (round == 50) {
                // Answered in the end, which is told, and the machine says the same to that.
                cases.put(CaseRecord.opened(
                                new About(stored.stored.getFirst().id(), "seogu", "2611-4821-9375"),
                                PHONE,
                                true,
                                clock.instant(),
                                Spoken.KOREAN)
                        .standing(Standing.NEW.in(Standing.Phase.ANSWERED, clock.instant())));
            }
        }
        assertThat(answers).isEqualTo(1);
    }

    @Test
    void ofAFloodPeopleSeeThatThereWasMore() {
        filed();
        for (int i = 0; i < 20; i++) {
            assertThat(replies.on(new InboundText(PHONE, OFFICE_NUMBER, "언제 되나요 " + i)))
                    .isInstanceOf(Taken.Kept.class);
        }
        assertThat(replies.on(new InboundText(PHONE, OFFICE_NUMBER, "언제 되나요"))).isInstanceOf(Taken.Flood.class);
        assertThat(stored.stored).hasSize(21);
        assertThat(replies.on(new InboundText(PHONE, OFFICE_NUMBER, "수신거부"))).isInstanceOf(Taken.Flood.class);
        for (int i = 0; i < 33; i++) {
            replies.on(new InboundText(PHONE, OFFICE_NUMBER, "언제 되나요 또 " + i));
        }
        assertThat(stored.stored).hasSize(21);
        assertThat(stored.stored.getLast())
                .returns(true, Reply::open)
                .returns("이 번호에서 한 시간에 온 문자가 20건을 넘어, 30건 이상은 내용을 남기지 않았습니다.", Reply::text)
                .extracting(reply -> reply.meaning().why())
                .isEqualTo(Why.FLOOD);
        assertThat(ledger.of("seogu", PHONE))
                .as("who wants no more is heard all the same")
                .hasSize(1);
        clock.pass(Duration.ofHours(1));
        assertThat(replies.on(new InboundText(PHONE, OFFICE_NUMBER, "언제 되나요 또")))
                .isInstanceOf(Taken.Kept.class);
    }

    @Test
    void ofTwoWhoHandleATextTheFirstCounts() {
        HandleReplies handle = new HandleReplies(stored, cases, clock);
        Message message = filed();
        Reply unclear = ((Taken.Kept) replies.on(new InboundText("01055556666", OFFICE_NUMBER, "여보세요"))).reply();
        HandleReplies.By kim = new HandleReplies.By("seogu", "acc-1", "김민원");
        assertThat(handle.attach(unclear.id(), "2611-0000-0000", kim)).isInstanceOf(Outcome.NoSuchCase.class);
        assertThat(handle.attach(unclear.id(), message.ofCase().receiptNumber(), kim))
                .isInstanceOf(Outcome.Done.class);
        assertThat(handle.attach(unclear.id(), message.ofCase().receiptNumber(), kim))
                .as("the same once more")
                .isEqualTo(new Outcome.Done(stored.find(unclear.id()).orElseThrow()));
        assertThat(handle.close(unclear.id(), "장난", kim)).isInstanceOf(Outcome.Handled.class);
        assertThat(handle.close(unclear.id(), "장난", new HandleReplies.By("seogu", "acc-2", "이민원")))
                .isInstanceOfSatisfying(
                        Outcome.Handled.class,
                        handled -> assertThat(handled.handling())
                                .extracting(Reply.Handling::byName)
                                .isEqualTo("김민원"));
        assertThat(stored.find(unclear.id()).orElseThrow().meaning().kind()).isEqualTo(Kind.NOTE);
        assertThat(handle.close(unclear.id(), "x", new HandleReplies.By("bukgu", "acc-3", "박")))
                .isInstanceOf(Outcome.NotFound.class);
    }

    @Test
    void whatWasTakenForAMachineCanStillBeFiledOrPutAside() {
        HandleReplies handle = new HandleReplies(stored, cases, clock);
        Reply automatic = kept("회의 중입니다. 나중에 연락드리겠습니다.");
        assertThat(automatic.open()).isFalse();
        assertThat(stored.automatic("seogu", null, 10).items()).containsExactly(automatic);
        HandleReplies.By kim = new HandleReplies.By("seogu", "acc-1", "김민원");
        assertThat(handle.close(automatic.id(), "자동응답이 맞음", kim)).isInstanceOf(Outcome.Done.class);
        assertThat(stored.automatic("seogu", null, 10).items()).isEmpty();
        assertThat(handle.file(automatic.id(), null, kim)).isInstanceOf(Outcome.Handled.class);
    }

    @Test
    void whatItsCaseCouldNotTakeIsForPeopleOnce() {
        HandleReplies handle = new HandleReplies(stored, cases, clock);
        filed();
        Reply note = kept("언제 되나요");
        handle.refused(note.id(), "already-closed");
        assertThat(stored.find(note.id()).orElseThrow().open()).isTrue();
        HandleReplies.By kim = new HandleReplies.By("seogu", "acc-1", "김민원");
        handle.close(note.id(), "전화로 알림", kim);
        handle.refused(note.id(), "already-closed");
        assertThat(stored.find(note.id()).orElseThrow().open()).isFalse();
    }

    @Test
    void whoHasNoMobileFilesNothingByText() {
        HandleReplies handle = new HandleReplies(stored, cases, clock);
        Reply text = ((Taken.Kept) replies.on(new InboundText("0623607000", OFFICE_NUMBER, "가로등 꺼짐 화정동"))).reply();
        assertThat(handle.file(text.id(), null, new HandleReplies.By("seogu", "acc-1", "김민원")))
                .isInstanceOf(Outcome.NoMobile.class);
    }
}
