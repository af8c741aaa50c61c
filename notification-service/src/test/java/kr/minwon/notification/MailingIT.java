package kr.minwon.notification;

import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import kr.minwon.notification.RunningService.Reply;
import kr.minwon.notification.consent.ConsentEntry.Channel;
import kr.minwon.notification.consent.ConsentLedger;
import kr.minwon.notification.subscription.Subscription;
import kr.minwon.notification.subscription.Subscriptions;
import kr.minwon.notification.subscription.Subscriptions.Wanted;
import kr.minwon.sealedfields.FieldSealer;
import kr.minwon.signedcalls.AccessTable;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** The SMS corner, with a real SMSC: residents subscribe, staff write once, a second person approves, texts arrive. */
class MailingIT {
    private static final String MAILINGS = "/api/v1/staff/mailings";
    private static final String MINE = "/api/v1/my/subscriptions";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Caller WRITER = staff(Role.LEAD, "acc-writer", "construction");
    private static final Caller ADMIN = staff(Role.ADMIN, "acc-admin");
    private static final Caller AUDITOR = staff(Role.AUDITOR, "acc-auditor");

    private static Phones phones;
    private static RunningService service;

    @BeforeAll
    static void start() {
        phones = new Phones();
        service = RunningService.start(
                new TestBed(phones.smppPort()),
                "it",
                "minwon.sms.mailings.quiet=",
                "minwon.sms.mailings.every=200ms",
                "minwon.sms.mailings.most-waiting=20",
                "minwon.sms.mailings.page=10",
                "minwon.sms.opt-out.numbers.seogu=080-123-4567",
                "minwon.sms.opt-out.secret=only-the-carrier-knows",
                "minwon.public-url=https://minwon.example");
        await().until(() -> phones.sessions() == 1);
    }

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        try {
            RunningService.SHAPES.assertServed();
        } finally {
            service.close();
            phones.close();
        }
    }

    /** Residents of a topic, as the page would subscribe them. */
    private static List<String> subscribe(String topic, String prefix, int count) {
        Subscriptions subscriptions = service.bean(Subscriptions.class);
        List<String> all = IntStream.range(0, count)
                .mapToObj(n -> prefix + "%04d".formatted(n))
                .toList();
        all.forEach(phone -> subscriptions.choose(
                "seogu",
                phone,
                new Wanted(List.of(new Subscription(topic, List.of())), false, false),
                Channel.VERIFIED_PHONE,
                "sms-1/ko"));
        return all;
    }

    private static JsonNode write(String topic, String text) {
        Reply written = service.post(WRITER, MAILINGS, "{\"topic\":\"%s\",\"text\":\"%s\"}".formatted(topic, text));
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        return written.json();
    }

    private static Reply move(Caller caller, String id, String move) {
        return service.post(caller, MAILINGS + "/" + id + "/" + move, "{\"revision\":1}");
    }

    private static JsonNode shown(String id) {
        return service.get(AUDITOR, MAILINGS + "/" + id).json();
    }

    private static String approved(String topic, String text) {
        String id = write(topic, text).get("mailingId").asString();
        awaitCounted(id);
        assertThat(move(WRITER, id, "submission").status()).isEqualTo(200);
        Reply approved = move(ADMIN, id, "approval");
        assertThat(approved.status()).as(approved.body()).isEqualTo(200);
        return id;
    }

    private static void awaitCounted(String id) {
        await().atMost(SOON).until(() -> shown(id).get("reach").isNumber());
    }

    private static void awaitState(String id, String state) {
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(shown(id).get("state").asString()).isEqualTo(state));
    }

    @Test
    void whatASecondPersonApprovedReachesEverySubscriberOnce() {
        List<String> people = subscribe("culture", "0107100", 45);
        JsonNode draft = write("culture", "토요일 오후 3시 구청 광장에서 음악회가 열립니다.");
        String id = draft.get("mailingId").asString();
        assertThat(draft.get("sample").asString()).startsWith("[서구청] 토요일").endsWith("/o/…");
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(shown(id).get("reach").asLong()).isEqualTo(45));
        assertThat(shown(id).get("costAtMost").asLong()).isPositive();

        assertThat(move(WRITER, id, "submission").json().get("state").asString())
                .isEqualTo("submitted");
        assertThat(move(WRITER, id, "approval").problem()).isEqualTo("mailing-own");
        assertThat(move(ADMIN, id, "approval").status()).isEqualTo(200);
        awaitState(id, "done");

        await().atMost(SOON).untilAsserted(() -> {
            JsonNode progress = shown(id).get("progress");
            assertThat(progress.get("delivered").asLong())
                    .as(progress.toString())
                    .isEqualTo(45);
        });
        assertThat(people)
                .allSatisfy(phone -> assertThat(phones.texts(phone))
                        .singleElement()
                        .asString()
                        .contains("음악회", "https://minwon.example/o/"));
        Reply found = service.post(
                ADMIN,
                "/api/v1/staff/messages/search",
                "{\"phone\":\"%s\",\"reason\":\"받은 문자 문의\"}".formatted(people.getFirst()));
        assertThat(found.json().at("/items/0/text").asString()).contains("음악회").endsWith("/o/…");
        JsonNode recipients = service.get(AUDITOR, MAILINGS + "/" + id + "/recipients?limit=40")
                .json();
        assertThat(recipients.get("items").size()).isEqualTo(40);
        assertThat(recipients.at("/items/0/to").asString()).matches("010-\\*{4}-\\d{4}");
        String next = recipients.get("next").asString();
        assertThat(next).doesNotContain(id);
        JsonNode rest = service.get(AUDITOR, MAILINGS + "/" + id + "/recipients?limit=40&cursor=" + next)
                .json();
        assertThat(rest.get("items").size()).isEqualTo(5);
        assertThat(rest.get("next").isNull()).isTrue();
        Stream.of(
                        next.substring(0, next.length() - 2),
                        "bulk/" + id + "/x",
                        service.bean(FieldSealer.class).seal("mailing.recipients/other", "bulk/" + id + "/"))
                .forEach(forged -> assertThat(service.get(AUDITOR, MAILINGS + "/" + id + "/recipients?cursor=" + forged)
                                .problem())
                        .isEqualTo("no-such-list-page"));
        assertThat(shown(id).get("log").size()).isEqualTo(5);
    }

    @Test
    void aPauseHoldsWhatIsQueuedAResumptionLetsItGoAndCallingOffDropsTheRest() {
        List<String> people = subscribe("traffic", "0107200", 60);
        phones.faults("{\"submitDelayMs\":100}");
        String id = approved("traffic", "내일 상무대로 일부 차로를 막습니다.");
        await().atMost(SOON).until(() -> told(people) >= 5);
        assertThat(move(WRITER, id, "pause").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> held(id) > 0 && sending(id) == 0);
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        int paused = told(people);
        await().pollDelay(Duration.ofMillis(1500)).until(() -> true);
        assertThat(told(people)).isEqualTo(paused).isLessThan(60);

        assertThat(move(ADMIN, id, "resumption").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> told(people) >= paused + 5);
        assertThat(move(ADMIN, id, "cancellation").status()).isEqualTo(200);
        await().atMost(SOON).until(() -> messages(id, new Document("mailingKey", new Document("$exists", true))) == 0);
        phones.behave();
        await().atMost(SOON).untilAsserted(() -> {
            JsonNode after = shown(id);
            assertThat(after.get("state").asString()).isEqualTo("cancelled");
            assertThat(after.at("/progress/dropped").asLong()).isPositive();
            assertThat(after.at("/progress/delivered").asInt()).isEqualTo(told(people));
            assertThat(after.at("/progress/reasons/0/cause").asString()).isEqualTo("called-off");
        });
        assertThat(told(people)).isLessThan(60);
        assertThat(phones.taken().values()).allMatch(times -> times == 1);
    }

    private static int told(List<String> people) {
        List<String> taken =
                phones.submits().stream().map(one -> one.get("to").asString()).toList();
        return (int) people.stream().filter(taken::contains).count();
    }

    private static long held(String id) {
        return messages(id, new Document("notBefore", new Document("$exists", true)));
    }

    private static long sending(String id) {
        return messages(id, new Document("state", "sending"));
    }

    /** By the test's own eyes: the whole collection is looked at in memory. */
    private static long messages(String id, Document which) {
        long found = 0;
        for (Document one : service.database()
                .getCollection("messages")
                .find(new Document("_id", new Document("$gt", "bulk/" + id + "/").append("$lt", "bulk/" + id + "0")))) {
            String field = which.keySet().iterator().next();
            Object wanted = which.get(field);
            if (wanted instanceof Document ? one.containsKey(field) : wanted.equals(one.get(field))) {
                found++;
            }
        }
        return found;
    }

    @Test
    void whoStopsBetweenQueueingAndHandOverIsNotTold() {
        List<String> people = subscribe("welfare", "0107300", 12);
        phones.faults("{\"submitDelayMs\":200}");
        String id = approved("welfare", "독감 예방접종을 합니다.");
        await().atMost(SOON).until(() -> messages(id, new Document("state", "queued")) > 0);
        String last = people.getLast();
        people.forEach(phone -> service.bean(Subscriptions.class).stopAll("seogu", phone, Channel.LINK, "sms-1"));
        phones.behave();
        awaitState(id, "done");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(shown(id).at("/progress/dropped").asLong()).isPositive());
        assertThat(shown(id).at("/progress/reasons/0/cause").asString()).isEqualTo("opted-out");
        assertThat(told(people)).isLessThan(12);
        assertThat(last).isNotNull();
    }

    @Test
    void whoDropsADongBetweenQueueingAndHandOverIsNotTold() {
        List<String> people =
                IntStream.range(0, 8).mapToObj(n -> "0107700%04d".formatted(n)).toList();
        people.forEach(phone -> choose(phone, "29140760", "29140770"));
        phones.faults("{\"submitDelayMs\":300}");
        String id = approvedFor("safety", "29140770", "화정2동에 물이 끊깁니다.");
        await().atMost(SOON).until(() -> messages(id, new Document("state", "queued")) > 0);
        people.forEach(phone -> choose(phone, "29140760"));
        phones.behave();
        awaitState(id, "done");
        await().atMost(SOON)
                .untilAsserted(() ->
                        assertThat(shown(id).at("/progress/dropped").asLong()).isPositive());
        assertThat(shown(id).at("/progress/reasons/0/cause").asString()).isEqualTo("opted-out");
        assertThat(told(people)).isLessThan(8);
        people.forEach(phone -> service.bean(Subscriptions.class).stopAll("seogu", phone, Channel.LINK, "sms-1"));
    }

    private static void choose(String phone, String... dongs) {
        service.bean(Subscriptions.class)
                .choose(
                        "seogu",
                        phone,
                        new Wanted(List.of(new Subscription("safety", List.of(dongs))), false, false),
                        Channel.VERIFIED_PHONE,
                        "sms-1/ko");
    }

    @Test
    void aResidentChoosesSeesTheirRecordAndStopsByTheLinkOfAText() {
        String phone = "01074000001";
        assertThat(service.get(anonymous(), MINE).problem()).isEqualTo("phone-not-verified");
        String token = token(phone);
        Reply wrong = service.put(MINE, "{\"subscriptions\":[{\"topic\":\"horses\"}]}", "X-Phone-Token", token);
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(service.put(
                                MINE,
                                "{\"subscriptions\":[{\"topic\":\"waste\",\"dongs\":[\"1\"]}]}",
                                "X-Phone-Token",
                                token)
                        .status())
                .isEqualTo(422);
        JsonNode chosen = service.put(
                        MINE,
                        "{\"subscriptions\":[{\"topic\":\"waste\",\"dongs\":[\"29140760\"]},{\"topic\":\"polls\"}],\"ads\":true}",
                        "X-Phone-Token",
                        token)
                .json();
        assertThat(chosen.get("entries").size()).isEqualTo(3);
        assertThat(chosen.at("/entries/0/purpose").asString()).isEqualTo("news/waste");
        assertThat(chosen.at("/entries/0/words").asString()).isEqualTo("sms-1/ko: 화정1동");
        assertThat(chosen.at("/entries/0/sentence").asString()).startsWith("고르신 소식을 문자로 보내는 데에만");
        assertThat(chosen.at("/entries/2/sentence").asString()).startsWith("광고 문자도 받겠습니다");
        Reply elsewhereWritten = service.put(
                MINE, "{\"subscriptions\":[{\"topic\":\"polls\"}],\"words\":\"page-1/ko\"}", "X-Phone-Token", token);
        assertThat(elsewhereWritten.json().at("/errors/0/code").asString()).isEqualTo("no-consent-words");

        String elsewhere = approvedFor("waste", "29140770", "화정2동 수거일이 바뀝니다.");
        awaitState(elsewhere, "done");
        assertThat(phones.texts(phone)).hasSize(1);
        String here = approvedFor("waste", "29140760", "화정1동 수거일이 바뀝니다.");
        awaitState(here, "done");
        await().atMost(SOON).until(() -> phones.texts(phone).size() == 2);

        String link = phones.texts(phone).getLast().replaceAll("(?s).*/o/([A-Za-z0-9_-]{16}).*", "$1");
        String path = "/api/v1/news-links/" + link;
        assertThat(service.get(anonymous(), path).json().get("topic").asString())
                .isEqualTo("청소·재활용");
        String altered = (link.startsWith("A") ? "B" : "A") + link.substring(1);
        assertThat(service.get(anonymous(), "/api/v1/news-links/" + altered).problem())
                .isEqualTo("news-link-unknown");
        assertThat(service.get(anonymous(), "/api/v1/news-links/x").problem()).isEqualTo("news-link-unknown");

        assertThat(service.post(anonymous(), path, "{}")
                        .json()
                        .get("subscribed")
                        .asBoolean())
                .isFalse();
        assertThat(service.post(anonymous(), path, "{}").status()).isEqualTo(200);
        JsonNode left = service.get(MINE, "X-Phone-Token", token).json();
        assertThat(left.get("subscriptions").size()).isOne();
        assertThat(left.at("/entries/3/channel").asString()).isEqualTo("link");

        assertThat(service.post(anonymous(), path, "{\"all\":true}").status()).isEqualTo(200);
        JsonNode none = service.get(MINE, "X-Phone-Token", token).json();
        assertThat(none.get("subscriptions").size()).isZero();
        Document stored = service.database()
                .getCollection("subscribers")
                .find(new Document("linkKeys", link))
                .first();
        assertThat(String.valueOf(stored)).doesNotContain(phone).doesNotContain("phone=");
    }

    private static String approvedFor(String topic, String dong, String text) {
        Reply written = service.post(
                WRITER, MAILINGS, "{\"topic\":\"%s\",\"dongs\":[\"%s\"],\"text\":\"%s\"}".formatted(topic, dong, text));
        String id = written.json().get("mailingId").asString();
        awaitCounted(id);
        assertThat(move(WRITER, id, "submission").status()).isEqualTo(200);
        assertThat(move(ADMIN, id, "approval").status()).isEqualTo(200);
        return id;
    }

    @Test
    void aCallToTheFreeNumberStopsTheNewsAndNobodyElseCanSaySo() {
        String phone = subscribe("safety", "0107500", 1).getFirst();
        String body = "{\"from\":\"" + phone + "\",\"to\":\"0801234567\"}";
        assertThat(service.post(anonymous(), "/api/v1/opt-outs", body).problem())
                .isEqualTo("forged-opt-out");
        assertThat(service.post("/api/v1/opt-outs", body, "X-Opt-Out-Secret", "guessed")
                        .problem())
                .isEqualTo("forged-opt-out");
        assertThat(service.post(
                                "/api/v1/opt-outs",
                                "{\"from\":\"02-123\",\"to\":\"0809999999\"}",
                                "X-Opt-Out-Secret",
                                "only-the-carrier-knows")
                        .json()
                        .get("errors")
                        .size())
                .isEqualTo(2);
        for (int n = 0; n < 2; n++) {
            assertThat(service.post("/api/v1/opt-outs", body, "X-Opt-Out-Secret", "only-the-carrier-knows")
                            .json()
                            .get("offices")
                            .asInt())
                    .isOne();
        }
        assertThat(service.bean(Subscriptions.class).of("seogu", phone).subscriptions())
                .isEmpty();
    }

    @Test
    void whoAnswersAMailingByTextStopsTheNewsAndNotTheNoticesOfTheirCases() {
        String phone = subscribe("polls", "0107600", 1).getFirst();
        awaitState(approved("polls", "공원을 어디에 만들면 좋을까요?"), "done");
        await().atMost(SOON).until(() -> phones.texts(phone).size() == 1);
        phones.write(phone, "0620000000", "수신거부");
        Subscriptions subscriptions = service.bean(Subscriptions.class);
        await().atMost(SOON)
                .until(() -> subscriptions.of("seogu", phone).subscriptions().isEmpty());
        assertThat(service.bean(ConsentLedger.class).of("seogu", phone))
                .extracting(one -> one.purpose().name() + " " + one.given())
                .containsExactly("polls true", "polls false");
    }

    @Test
    void whatCannotBeSentIsRefusedWithASentence() {
        Reply wrong = service.post(
                WRITER, MAILINGS, "{\"topic\":\"horses\",\"dongs\":[\"x\"],\"text\":\" \",\"sendAt\":\"soon\"}");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.json().get("errors").size()).isEqualTo(4);
        assertThat(service.post(WRITER, MAILINGS, "{\"topic\":\"safety\",\"text\":\"똠방각하 🙂\"}")
                        .body())
                .contains("똠", "🙂");
        Reply commands =
                service.post(WRITER, MAILINGS, "{\"topic\":\"safety\",\"subject\":\"가\\u0000나\",\"text\":\"다\"}");
        assertThat(commands.json().at("/errors/0/field").asString()).isEqualTo("subject");
        assertThat(commands.json().at("/errors/0/detail").asString()).contains("U+0000");
        commands = service.post(WRITER, MAILINGS, "{\"topic\":\"safety\",\"text\":\"가\\u001B나\\r\\n다\\t라\"}");
        assertThat(commands.json().at("/errors/0/field").asString()).isEqualTo("text");
        assertThat(commands.json().at("/errors/0/detail").asString()).contains(": U+001B U+0009 ");
        assertThat(service.post(WRITER, MAILINGS, "{\"topic\":\"safety\",\"text\":\"" + "가".repeat(990) + "\"}")
                        .status())
                .isEqualTo(422);
        assertThat(service.get(AUDITOR, MAILINGS + "/none").problem()).isEqualTo("mailing-not-found");
        assertThat(service.get(AUDITOR, MAILINGS + "?cursor=namgu/x").problem()).isEqualTo("no-such-list-page");
        assertThat(service.post(WRITER, MAILINGS + "/none/pause", "{}").status())
                .isEqualTo(422);
    }

    /** It would go to people who take no advertising, or say twice that it is. */
    @ParameterizedTest
    @CsvSource({
        "text, (광고) 무료 강좌, false, ads-not-said, 광고입니다",
        "subject, （광 고） 강좌, false, ads-not-said, 광고입니다",
        "text, [광고] 무료 강좌, true, ads-mark-of-its-own, 저절로",
        "subject, (광고) 강좌, true, ads-mark-of-its-own, 저절로"
    })
    void theMarkOfAdvertisingIsNotWrittenByHand(
            String field, String marked, boolean advertising, String code, String said) {
        String subject = field.equals("subject") ? marked : "강좌";
        String text = field.equals("text") ? marked : "강좌 안내";
        Reply refused = service.post(
                WRITER,
                MAILINGS,
                "{\"topic\":\"safety\",\"subject\":\"%s\",\"text\":\"%s\",\"advertising\":%b}"
                        .formatted(subject, text, advertising));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.json().get("errors").size()).isEqualTo(1);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
        assertThat(refused.json().at("/errors/0/detail").asString()).contains(said);
    }

    @Test
    void aTimeThatHasPassedIsRefusedWhereverItWouldMeanAtOnce() {
        String past = "{\"topic\":\"safety\",\"text\":\"내일\",\"sendAt\":\"%s\",\"revision\":1}";
        String id = write("safety", "내일").get("mailingId").asString();
        for (String time : List.of("2020-01-01T10:00:00+09:00", "2020-01-01T10:00", "2020-01-01")) {
            assertThat(List.of(
                            service.post(WRITER, MAILINGS, past.formatted(time)),
                            service.put(WRITER, MAILINGS + "/" + id, past.formatted(time))))
                    .allSatisfy(refused -> {
                        assertThat(refused.status()).isEqualTo(422);
                        assertThat(refused.json().at("/errors/0/field").asString())
                                .isEqualTo("sendAt");
                        assertThat(refused.json().at("/errors/0/code").asString())
                                .isEqualTo("mailing-time-past");
                    });
        }
        // It passed while it lay there.
        Document draft = ApprovedMailing.of("00000000000000cc", "safety").append("state", "draft");
        draft.append("departmentId", "construction")
                .append("sendAt", new Date(System.currentTimeMillis() - 3_600_000))
                .remove("workKey");
        service.database().getCollection("mailings").insertOne(draft);
        Reply late = move(WRITER, "00000000000000cc", "submission");
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.problem()).isEqualTo("mailing-time-past");
        assertThat(shown("00000000000000cc").get("timePast").asBoolean()).isTrue();
        assertThat(shown(id).get("timePast").asBoolean()).isFalse();
    }

    @Test
    void whatIsSentAgainUnderItsKeyIsOneMailing() {
        String letter = "{\"topic\":\"safety\",\"text\":\"%s\",\"dongs\":[\"29140760\"]}";
        String key = "order-1";
        Reply first = service.post(WRITER, MAILINGS, letter.formatted("내일"), "Idempotency-Key", key);
        Reply again = service.post(WRITER, MAILINGS, letter.formatted("내일"), "Idempotency-Key", key);
        String id = first.json().get("mailingId").asString();
        assertThat(id).matches("[0-9a-f]{16}");
        assertThat(List.of(first, again)).allSatisfy(reply -> {
            assertThat(reply.status()).as(reply.body()).isEqualTo(201);
            assertThat(reply.json().get("mailingId").asString()).isEqualTo(id);
            assertThat(reply.json().get("log").size()).isOne();
        });
        Reply other = service.post(WRITER, MAILINGS, letter.formatted("모레"), "Idempotency-Key", key);
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.problem()).isEqualTo("idempotency-key-reused");
        assertThat(shown(id).get("text").asString()).isEqualTo("내일");
        assertThat(service.post(ADMIN, MAILINGS, letter.formatted("모레"), "Idempotency-Key", key)
                        .json()
                        .get("mailingId")
                        .asString())
                .as("a key is its sender's own")
                .isNotEqualTo(id);
        assertThat(service.post(WRITER, MAILINGS, letter.formatted("내일"), "Idempotency-Key", "a b")
                        .problem())
                .isEqualTo("idempotency-key-malformed");
    }

    @Test
    void aBareDateIsTheMorningOfThatDay() {
        LocalDate day = LocalDate.now(ZoneId.of("Asia/Seoul")).plusDays(2);
        Reply written = service.post(
                WRITER, MAILINGS, "{\"topic\":\"safety\",\"text\":\"내일\",\"sendAt\":\"%s\"}".formatted(day));
        assertThat(written.status()).as(written.body()).isEqualTo(201);
        assertThat(written.json().get("sendAt").asString()).isEqualTo(day + "T09:00:00+09:00");
    }

    static Stream<Arguments> changesAndRoles() {
        return AccessTable.load().rows().stream()
                .filter(row -> row.path().startsWith(MAILINGS + "/{id}"))
                .filter(row -> !row.method().equals("GET"))
                .flatMap(row -> row.roles().stream()
                        .flatMap(role ->
                                Stream.of("construction", "cleaning").map(own -> Arguments.of(row, role, own))));
    }

    /** They name a revision that nobody wrote: who may make the change is told so. */
    @ParameterizedTest
    @MethodSource("changesAndRoles")
    void whatTheTableSaysIsADepartmentsIsChangedByNobodyElses(AccessTable.Row row, Role role, String own) {
        String id = "00000000000000ee";
        service.database().getCollection("mailings").deleteOne(new Document("_id", id));
        Document draft = ApprovedMailing.of(id, "safety").append("state", "draft");
        draft.append("departmentId", "construction").remove("workKey");
        service.database().getCollection("mailings").insertOne(draft);
        Caller caller = staff(role, "acc-" + role.wireName() + "-" + own, own);
        String path = row.path().replace("{id}", id);
        Reply reply = row.method().equals("PUT")
                ? service.put(caller, path, "{\"topic\":\"safety\",\"text\":\"내일\",\"revision\":99}")
                : service.post(caller, path, "{\"revision\":99}");
        boolean theirs = own.equals("construction") || role.seesWholeOffice();
        boolean may = row.scope() != AccessTable.Scope.DEPARTMENT || theirs;
        if (may && path.endsWith("/return")) {
            assertThat(reply.json().get("state").asString())
                    .as("a draft is where a return leads")
                    .isEqualTo("draft");
        } else {
            String moved =
                    path.matches(".*/(approval|pause|resumption)") ? "mailing-elsewhere" : "mailing-written-since";
            assertThat(reply.problem()).isEqualTo(may ? moved : "mailing-other-department");
        }
        assertThat(service.get(caller, MAILINGS + "/" + id).json().get("ours").asBoolean())
                .isEqualTo(theirs);
    }

    @Test
    void nothingGoesToBeApprovedBeforeItsRecipientsAreCounted() {
        // The background does not look at this one.
        Document draft = ApprovedMailing.of("00000000000000dd", "safety").append("state", "draft");
        draft.append("departmentId", "construction").remove("workKey");
        service.database().getCollection("mailings").insertOne(draft);
        Reply early = move(WRITER, "00000000000000dd", "submission");
        assertThat(early.status()).isEqualTo(409);
        assertThat(early.problem()).isEqualTo("reach-not-counted");
        assertThat(shown("00000000000000dd").get("state").asString()).isEqualTo("draft");
    }

    @Test
    void aSubjectIsKeptShownAndSizedAsItGoesOut() {
        Reply written = service.post(
                WRITER,
                MAILINGS,
                "{\"topic\":\"safety\",\"subject\":\" 단수\\n안내 \",\"text\":\"내일\",\"advertising\":true}");
        JsonNode mailing = written.json();
        assertThat(mailing.get("subject").asString()).isEqualTo("단수 안내");
        assertThat(mailing.get("sampleSubject").asString()).isEqualTo("(광고) 단수 안내");
        assertThat(mailing.get("type").asString()).isEqualTo("LMS");
        String id = mailing.get("mailingId").asString();
        JsonNode without = service.put(
                        WRITER, MAILINGS + "/" + id, "{\"topic\":\"safety\",\"text\":\"내일\",\"revision\":1}")
                .json();
        assertThat(without.get("subject").isNull()).isTrue();
        assertThat(without.get("revision").asInt()).isEqualTo(2);
        for (String wrong : List.of("가".repeat(21), "똠방각하", "🙂")) {
            Reply refused = service.post(
                    WRITER, MAILINGS, "{\"topic\":\"safety\",\"subject\":\"%s\",\"text\":\"내일\"}".formatted(wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("subject");
        }
        // What the law puts before it counts.
        assertThat(service.post(
                                WRITER,
                                MAILINGS,
                                "{\"topic\":\"safety\",\"subject\":\"%s\",\"text\":\"내일\",\"advertising\":true}"
                                        .formatted("가".repeat(18)))
                        .status())
                .isEqualTo(422);
    }

    private static String token(String phone) {
        String id = service.post(anonymous(), "/api/v1/phone-verifications", "{\"phone\":\"" + phone + "\"}")
                .json()
                .get("verificationId")
                .asString();
        await().atMost(SOON).until(() -> phones.texts(phone).size() == 1);
        String code = phones.texts(phone).getLast().replaceAll("(?s).*인증번호 ([0-9]{6}).*", "$1");
        return service.post(anonymous(), "/api/v1/phone-verifications/" + id + "/check", "{\"code\":\"" + code + "\"}")
                .json()
                .get("phoneToken")
                .asString();
    }
}
