package kr.minwon.complaint;

import static kr.minwon.complaint.Office.OFFICER;
import static kr.minwon.complaint.Office.OFFICER_ELSEWHERE;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.answer;
import static kr.minwon.complaint.Office.assign;
import static kr.minwon.complaint.Office.file;
import static kr.minwon.complaint.Office.move;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.complaint.complaint.CaseIndex;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.SearchWords;
import kr.minwon.complaint.complaint.mongo.Restarted;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Staff find cases by words and by number; every look is served by an index. */
class SearchIT {
    private static final Duration SOON = Duration.ofSeconds(30);
    private static final String PATH = "/api/v1/staff/search";
    private static final Caller INTAKE = staff(Role.INTAKE, "acc-intake-1", "civil-service");

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        SERVICE.shapes().assertServed();
    }

    /** A word that nothing else in this run holds: letters only, so that it stays one. */
    private static String word() {
        StringBuilder word = new StringBuilder("q");
        Examples.phone().chars().skip(3).forEach(digit -> word.append((char) ('a' + digit - '0')));
        return word.toString();
    }

    private static Reply filed(String title, String body) {
        Map<String, Object> filing = Examples.filingWith("title", title);
        filing.put("body", body);
        return file(filing);
    }

    private static Reply assigned(Reply filed) {
        assign(filed, 1);
        await().atMost(SOON).until(() -> status(filed).equals("assigned"));
        return filed;
    }

    private static Reply search(Caller by, String q) {
        return SERVICE.get(by, PATH + "?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8));
    }

    private static List<String> numbers(Reply found) {
        assertThat(found.status()).as(found.json().toString()).isEqualTo(200);
        List<String> numbers = new ArrayList<>();
        found.json()
                .get("items")
                .forEach(item -> numbers.add(item.get("receiptNumber").asString()));
        return numbers;
    }

    private static String number(Reply filed) {
        return filed.text("receiptNumber");
    }

    private static CaseIndex restarted() {
        return Restarted.caseIndex(SERVICE.database(), SERVICE.bean(Complaints.class));
    }

    private static MongoCollection<Document> complaints() {
        return SERVICE.database().getCollection("complaints");
    }

    @Test
    void casesAreFoundByAllTheirWordsWhateverTheirEndingsTheLatestFirst() {
        String mine = word();
        Reply first = filed("보안등이 꺼졌어요 " + mine, "놀이터 앞입니다.");
        Reply second = filed("가로등 " + mine, "밤마다 꺼지는 보안등입니다.");
        filed("쓰레기 " + mine, "놀이터 옆에 쌓였습니다.");

        assertThat(numbers(search(INTAKE, "꺼진 보안등 " + mine))).containsExactly(number(second), number(first));
        assertThat(numbers(search(INTAKE, "보안 등 놀이터에서 " + mine.toUpperCase(java.util.Locale.ROOT))))
                .containsExactly(number(first));
        assertThat(numbers(search(INTAKE, mine))).hasSize(3);
        assertThat(numbers(search(INTAKE, "포트홀 " + mine))).isEmpty();
    }

    @Test
    void whatIsFoundSaysWhereTheWordsStandAndNotWhoFiled() {
        String mine = word();
        Map<String, Object> filing = Examples.filingWith("title", "<b>보안등</b> 홍길동 " + mine);
        filing.put("body", "저는 홍길동입니다.\n010-1234-5678로 연락 주세요. 골목 보안등이 꺼졌습니다.");
        Reply filed = file(filing);

        Reply found = search(INTAKE, "보안등 " + mine);

        assertThat(numbers(found)).containsExactly(number(filed));
        JsonNode item = found.json().at("/items/0");
        assertThat(item.propertyNames())
                .containsExactlyInAnyOrder(
                        "receiptNumber",
                        "title",
                        "category",
                        "departmentId",
                        "status",
                        "submittedAt",
                        "excerpt",
                        "titleHits",
                        "excerptHits");
        assertThat(item.get("title").asString()).isEqualTo("<b>보안등</b> 홍*동 " + mine);
        String excerpt = item.get("excerpt").asString();
        assertThat(excerpt).contains("***-****-****로 연락").doesNotContain("홍길동", "\n");
        JsonNode hit = item.at("/excerptHits/0");
        assertThat(excerpt.substring(hit.get("from").asInt(), hit.get("to").asInt()))
                .isEqualTo("보안등");
        assertThat(item.get("submittedAt").asString()).endsWith("+09:00");
        assertThat(item.get("departmentId").isNull()).isTrue();
        assertThat(found.json().get("next").isNull()).isTrue();
        assertThat(found.header("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
    }

    @Test
    void anOfficerFindsTheCasesOfTheirDepartmentsOnly() {
        String mine = word();
        Reply filed = filed("보안등 " + mine, "어둡습니다.");
        assertThat(numbers(search(OFFICER, mine))).as("not assigned yet").isEmpty();
        assigned(filed);

        assertThat(numbers(search(OFFICER, mine))).containsExactly(number(filed));
        assertThat(numbers(search(staff(Role.LEAD, "acc-two", "waste", "construction"), "보안등 " + mine)))
                .containsExactly(number(filed));
        assertThat(numbers(search(OFFICER_ELSEWHERE, mine))).isEmpty();
        assertThat(numbers(search(OFFICER_ELSEWHERE, number(filed)))).isEmpty();
        assertThat(numbers(search(staff(Role.OFFICER, "acc-none"), mine))).isEmpty();
        for (Role role : List.of(Role.INTAKE, Role.ADMIN, Role.AUDITOR)) {
            assertThat(numbers(search(staff(role, "acc-" + role), mine))).containsExactly(number(filed));
        }
        assertThat(search(staff(Role.OPERATOR, "acc-operator"), mine).status()).isEqualTo(403);
        assertThat(search(anonymous(), mine).status()).isIn(401, 403);
    }

    @Test
    void casesOfAnotherOfficeAreNeverFound() {
        String mine = word();
        Reply filed = filed("보안등 " + mine, "어둡습니다.");
        Caller elsewhere = new Caller("acc-other", "북구", Role.ADMIN, "bukgu", java.util.Set.of(), "session:x");

        assertThat(numbers(search(elsewhere, mine))).isEmpty();
        assertThat(numbers(search(elsewhere, number(filed)))).isEmpty();
    }

    @Test
    void aReceiptNumberFindsItsCaseHoweverItIsTyped() {
        Reply filed = assigned(file());
        String digits = number(filed).replace("-", "");

        for (String typed : List.of(number(filed), digits, " " + digits.substring(0, 4) + " " + digits.substring(4))) {
            Reply found = search(OFFICER, typed);
            assertThat(numbers(found)).containsExactly(number(filed));
            assertThat(found.json().get("byNumber").asBoolean()).isTrue();
        }
        char last = digits.charAt(11);
        Reply mistyped = search(OFFICER, digits.substring(0, 11) + (last == '9' ? '0' : (char) (last + 1)));
        assertThat(mistyped.status()).isEqualTo(422);
        assertThat(mistyped.json().at("/errors/0/code").asString()).isEqualTo("receipt-number-mistyped");
        assertThat(mistyped.json().at("/errors/0/detail").asString()).contains("접수번호");
    }

    @Test
    void aPersonIsNotLookedForByNumber() {
        String phone = Examples.phone();
        Map<String, Object> filing = Examples.filing(phone);
        filing.put("body", "제 번호는 " + phone + "입니다.");
        file(filing);

        Reply found = search(INTAKE, phone);

        assertThat(numbers(found)).isEmpty();
        assertThat(found.json().at("/hint/code").asString()).isEqualTo("personal-number");
        assertThat(found.json().at("/hint/text").asString()).contains("/staff/messages/search");
        assertThat(numbers(search(INTAKE, phone.substring(3)))).isEmpty();
    }

    static Stream<Arguments> nothingToFindBy() {
        return Stream.of(
                Arguments.of("", "required"),
                Arguments.of("   ", "required"),
                Arguments.of("!?…", "no-word"),
                Arguments.of("아주 매우", "no-word"),
                Arguments.of("보안등\u0007 앞", "control-character"),
                Arguments.of("한 줄\n두 줄", "control-character"),
                Arguments.of("가 ".repeat(60), "too-long"));
    }

    @ParameterizedTest
    @MethodSource("nothingToFindBy")
    void whatNothingCanBeFoundByIsRefused(String q, String code) {
        Reply refused = search(INTAKE, q);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.problem()).isEqualTo("invalid-fields");
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("q");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void aHundredCharactersAreTakenAndNoCursorIsGuessed() {
        assertThat(search(INTAKE, "😀".repeat(100)).status()).isEqualTo(200);
        assertThat(SERVICE.get(INTAKE, PATH).json().at("/errors/0/code").asString())
                .isEqualTo("required");
        assertThat(SERVICE.get(INTAKE, PATH + "?q=a&cursor=x")
                        .json()
                        .at("/errors/0/code")
                        .asString())
                .isEqualTo("cursor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"$ne\":null}",
                "$where: sleep(1000)",
                ".*",
                "a' OR '1'='1",
                "<script>alert(1)</script>",
                "\ufffd"
            })
    void operatorsAndMarkupAreOnlyWords(String q) {
        String unconcerned = number(filed("보안등 " + word(), "어둡습니다."));
        Reply found = search(INTAKE, q);

        assertThat(found.status()).isIn(200, 422);
        if (found.status() == 200) {
            assertThat(numbers(found)).doesNotContain(unconcerned);
        } else {
            assertThat(found.json().at("/errors/0/code").asString()).isEqualTo("no-word");
        }
    }

    @Test
    void halfACharacterIsNeverAnError() {
        assertThat(SERVICE.get(INTAKE, PATH + "?q=%ED%A0%80").problem()).isEqualTo("broken-encoding");
        assertThat(SERVICE.get(INTAKE, PATH + "?q=%00").problem()).isEqualTo("invalid-fields");
    }

    @Test
    void pagesAreCompleteAndWithoutRepeats() {
        String mine = word();
        List<String> all = Stream.generate(() -> number(filed("보안등 " + mine, "어둡습니다.")))
                .limit(Limits.SEARCH_PAGE + 3L)
                .toList();
        List<String> seen = new ArrayList<>();
        String next = null;
        do {
            Reply page = SERVICE.get(INTAKE, PATH + "?q=" + mine + (next == null ? "" : "&cursor=" + next));
            assertThat(numbers(page)).hasSizeLessThanOrEqualTo(Limits.SEARCH_PAGE);
            seen.addAll(numbers(page));
            next = page.json().get("next").isNull() ? null : page.text("next");
        } while (next != null);

        assertThat(seen).isEqualTo(all.reversed());
    }

    @Test
    void twoEverydayWordsThatSeldomMeetAreLookedForInSteps() {
        String one = word();
        String other = word();
        Reply both = filed(one + " " + other, "어둡습니다.");
        Caller admin = new Caller("acc-step", "동구", Role.ADMIN, "donggu", java.util.Set.of(), "session:x");
        complaints().updateOne(Filters.eq("_id", both.text("complaintId")), Updates.set("officeId", "donggu"));
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofMinutes(1));
        List<Document> apart = new ArrayList<>();
        for (int n = 0; n <= 2 * Limits.SEARCH_STEP; n++) {
            apart.add(new Document("_id", ComplaintId.next(later).value())
                    .append("officeId", "donggu")
                    .append("words", List.of(n % 2 == 0 ? one : other))
                    .append("wordsVersion", SearchWords.VERSION));
        }
        complaints().insertMany(apart);

        Reply first = search(admin, one + " " + other);
        assertThat(numbers(first)).isEmpty();
        Reply second = SERVICE.get(admin, PATH + "?q=" + one + "+" + other + "&cursor=" + first.text("next"));

        assertThat(numbers(second)).containsExactly(number(both));
        assertThat(second.json().get("next").isNull()).isTrue();
        complaints().deleteMany(Filters.eq("officeId", "donggu"));
    }

    @Test
    void whatResidentsAddAndOfficersAnswerIsFoundToo() {
        String added = word();
        Reply filed = assigned(file());
        move(filed, "change", Map.of("text", "놀이터 옆 " + added + "입니다."));
        answer(filed, OFFICER);

        assertThat(numbers(search(OFFICER, added))).containsExactly(number(filed));
        assertThat(numbers(search(OFFICER, "보안등을 고쳤습니다 " + added))).containsExactly(number(filed));
    }

    @Test
    void withdrawnCasesAreFoundAsWithdrawn() {
        String mine = word();
        Reply filed = filed("보안등 " + mine, "어둡습니다.");
        move(filed, "withdrawal", Map.of());

        Reply found = search(INTAKE, mine);

        assertThat(numbers(found)).containsExactly(number(filed));
        assertThat(found.json().at("/items/0/status").asString()).isEqualTo("withdrawn");
    }

    @Test
    void wordsCostNoWriteOfTheirOwn() {
        Reply filed = assigned(file());
        String id = filed.text("complaintId");
        Document stored = complaints().find(Filters.eq("_id", id)).first();
        assertThat(stored.getList("words", String.class))
                .contains("보안", "화정", "사흘")
                .doesNotHaveDuplicates();
        long version = ((Number) stored.get("version")).longValue();

        move(filed, "change", Map.of("text", "포트홀도 있습니다."));

        Document changed = complaints().find(Filters.eq("_id", id)).first();
        assertThat(((Number) changed.get("version")).longValue()).isEqualTo(version + 1);
        assertThat(changed.getList("words", String.class)).contains("포트", "홀");
    }

    @Test
    void casesOfAnEarlierVersionGetTheirWordsOnceAndGoOnWhereTheyStopped() {
        String mine = word();
        List<Reply> earlier =
                Stream.generate(() -> filed("보안등 " + mine, "어둡습니다.")).limit(5).toList();
        Reply moving = filed("보안등 " + mine, "어둡습니다.");
        complaints()
                .updateMany(
                        Filters.in(
                                "_id",
                                Stream.concat(earlier.stream(), Stream.of(moving))
                                        .map(one -> one.text("complaintId"))
                                        .toList()),
                        Updates.combine(Updates.unset("words"), Updates.unset("wordsVersion")));
        assertThat(numbers(search(INTAKE, mine))).isEmpty();

        // A change heals by itself.
        move(moving, "change", Map.of("text", "급합니다."));
        assertThat(numbers(search(INTAKE, mine))).containsExactly(number(moving));

        MongoCollection<Document> upkeep = SERVICE.database().getCollection("complaint-upkeep");
        await().atMost(SOON).until(() -> upkeep.countDocuments() == 1);
        Clock later = Clock.offset(Clock.systemUTC(), Duration.ofHours(3));
        upkeep.updateMany(
                new Document(), Updates.set("after", ComplaintId.next(later).value()));
        assertThat(restarted().catchUp(200)).as("nothing is behind there").isFalse();
        assertThat(numbers(search(INTAKE, mine))).containsExactly(number(moving));

        // Where it stood when an instance of the earlier version, not yet replaced, filed these.
        upkeep.updateMany(
                new Document(),
                Updates.combine(Updates.set("done", true), Updates.set("after", moving.text("complaintId"))));
        String second = complaints()
                .find(Filters.gt(
                        "_id",
                        ComplaintId.before(new ComplaintId(moving.text("complaintId"))
                                .moment()
                                .minus(Duration.ofHours(1)))))
                .sort(new Document("_id", 1))
                .skip(1)
                .map(one -> one.getString("_id"))
                .first();
        CaseIndex index = restarted();
        assertThat(index.catchUp(2)).isTrue();
        assertThat(upkeep.find().first().getString("after"))
                .as("where it goes on after a restart")
                .isEqualTo(second);
        while (index.catchUp(200)) {}
        assertThat(index.catchUp(200)).as("done is done").isFalse();

        assertThat(numbers(search(INTAKE, mine))).hasSize(6);
    }
}
