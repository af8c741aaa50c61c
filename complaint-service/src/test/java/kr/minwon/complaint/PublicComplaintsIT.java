package kr.minwon.complaint;

import static kr.minwon.complaint.Office.OFFICER;
import static kr.minwon.complaint.Office.SERVICE;
import static kr.minwon.complaint.Office.answer;
import static kr.minwon.complaint.Office.assign;
import static kr.minwon.complaint.Office.status;
import static kr.minwon.signedcalls.testing.TestCalls.anonymous;
import static kr.minwon.signedcalls.testing.TestCalls.staff;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import java.time.OffsetDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import kr.minwon.complaint.RunningService.Reply;
import kr.minwon.signedcalls.Role;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What everyone may read, and what never. */
class PublicComplaintsIT {
    private static final String PATH = "/api/v1/public/complaints";

    @AfterAll
    static void everyQueryIsServedByAnIndex() {
        SERVICE.shapes().assertServed();
    }

    private static Reply fileOpenly(String category, String body) {
        Map<String, Object> filing = new HashMap<>(Examples.filing());
        filing.put("category", category);
        filing.put("body", body);
        filing.put("isPublic", true);
        return Office.file(filing);
    }

    private static List<String> numbers(String query) {
        Reply list = SERVICE.get(anonymous(), PATH + query);
        assertThat(list.status()).isEqualTo(200);
        return StreamSupport.stream(list.json().get("items").spliterator(), false)
                .map(item -> item.get("receiptNumber").asString())
                .toList();
    }

    @Test
    void showsWhatItsResidentMadePublicAndNothingOfThem() {
        Reply open = fileOpenly("smoking", "제 번호는 010-9876-5432, 메일은 me@example.com 입니다.");
        Reply closed = Office.file();

        Reply one = SERVICE.get(anonymous(), PATH + "/" + open.text("receiptNumber"));

        assertThat(one.status()).isEqualTo(200);
        assertThat(one.text("body")).isEqualTo("제 번호는 ***, 메일은 *** 입니다.");
        assertThat(one.json().propertyNames())
                .containsExactlyInAnyOrder(
                        "receiptNumber",
                        "status",
                        "statusLabel",
                        "open",
                        "title",
                        "body",
                        "category",
                        "categoryName",
                        "location",
                        "submittedAt",
                        "updatedAt",
                        "department",
                        "dueAt",
                        "outcome");
        assertThat(one.json().toString()).doesNotContain("010", "홍길동", "example.com");
        assertThat(numbers("?limit=1000"))
                .contains(open.text("receiptNumber"))
                .doesNotContain(closed.text("receiptNumber"));
        assertThat(numbers("?receiptNumber=" + open.text("receiptNumber") + "," + closed.text("receiptNumber")
                        + ",1234,2611-0000-0000"))
                .containsExactly(open.text("receiptNumber"));
        Reply hidden = SERVICE.get(anonymous(), PATH + "/" + closed.text("receiptNumber"));
        Reply unknown = SERVICE.get(anonymous(), PATH + "/2611-0000-0000");
        assertThat(hidden.status()).isEqualTo(404);
        assertThat(hidden.problem()).isEqualTo("no-public-complaint").isEqualTo(unknown.problem());
        assertThat(hidden.text("detail")).isEqualTo(unknown.text("detail"));
    }

    @Test
    void listsByCategoryTimeAndWhetherItIsOpenTheLatestFirst() {
        Reply first = fileOpenly("animals", "하나");
        Reply second = fileOpenly("animals", "둘");
        Reply elsewhere = fileOpenly("odor-air", "셋");
        String a = first.text("receiptNumber");
        String b = second.text("receiptNumber");
        String c = elsewhere.text("receiptNumber");

        assertThat(numbers("?category=animals")).containsSubsequence(b, a).doesNotContain(c);
        assertThat(numbers("?category=animals,odor-air")).containsSubsequence(c, b, a);
        assertThat(numbers("?category=animals&open=true")).contains(a, b);
        assertThat(numbers("?category=animals&open=false")).doesNotContain(a, b);
        assertThat(numbers("?category=animals&limit=1")).containsExactly(b);
        assertThat(numbers("?category=animals&limit=1&offset=1")).containsExactly(a);
        String at = first.text("submittedAt").replace("+", "%2B");
        assertThat(numbers("?category=animals&from=" + at)).contains(a, b);
        assertThat(numbers("?category=animals&until=" + at)).doesNotContain(a, b);
    }

    @Test
    void saysWhenItWasFinishedAndHowButNotInWhichWords() {
        Reply filed = fileOpenly("street-light", "어둡습니다.");
        assign(filed, 1);
        await().untilAsserted(() -> assertThat(status(filed)).isEqualTo("assigned"));
        JsonNode assigned = SERVICE.get(anonymous(), PATH + "/" + filed.text("receiptNumber"))
                .json();
        assertThat(assigned.get("open").asBoolean()).isTrue();
        assertThat(assigned.get("department").asString()).isEqualTo("건설과");
        assertThat(assigned.get("dueAt").asString()).endsWith("+09:00");

        assertThat(answer(filed, OFFICER).status()).isEqualTo(200);

        JsonNode answered = SERVICE.get(anonymous(), PATH + "/" + filed.text("receiptNumber"))
                .json();
        assertThat(answered.get("open").asBoolean()).isFalse();
        assertThat(answered.get("outcome").asString()).isEqualTo("수용");
        assertThat(answered.toString()).doesNotContain("보안등을 고쳤습니다", "담당");
        assertThat(OffsetDateTime.parse(answered.get("updatedAt").asString()))
                .isAfterOrEqualTo(
                        OffsetDateTime.parse(answered.get("submittedAt").asString()));
        assertThat(numbers("?open=false&limit=1000")).contains(filed.text("receiptNumber"));
    }

    @Test
    void whatIsWithdrawnIsNoLongerForEveryone() {
        Reply filed = fileOpenly("street-light", "꺼졌습니다.");
        String number = filed.text("receiptNumber");
        assertThat(numbers("?receiptNumber=" + number)).containsExactly(number);

        assertThat(Office.move(filed, "withdrawal", Map.of()).status()).isEqualTo(200);

        Reply one = SERVICE.get(anonymous(), PATH + "/" + number);
        assertThat(one.status()).isEqualTo(404);
        assertThat(one.problem()).isEqualTo("no-public-complaint");
        assertThat(numbers("?receiptNumber=" + number)).isEmpty();
        assertThat(numbers("?limit=1000")).doesNotContain(number);
        assertThat(numbers("?open=false&limit=1000")).doesNotContain(number);
    }

    @Test
    void aTitleCutFromTheBodyShowsNoHalfANumber() {
        Map<String, Object> filing = new HashMap<>(Examples.filing());
        String begin = "가".repeat(90) + " ";
        filing.put("title", begin + "010-9876…");
        filing.put("body", begin + "010-9876-5432");
        filing.put("isPublic", true);
        Reply filed = Office.file(filing);

        assertThat(SERVICE.get(anonymous(), PATH + "/" + filed.text("receiptNumber"))
                        .text("title"))
                .isEqualTo(begin + "***");
    }

    @Test
    void thoseOfOneMomentAreEachOnAPage() {
        Reply first = fileOpenly("noise-dust", "하나");
        Reply second = fileOpenly("noise-dust", "둘");
        var complaints = SERVICE.database().getCollection("complaints");
        Date at = complaints
                .find(Filters.eq("_id", first.text("complaintId")))
                .first()
                .getDate("submittedAt");
        complaints.updateOne(Filters.eq("_id", second.text("complaintId")), Updates.set("submittedAt", at));

        assertThat(numbers("?category=noise-dust&limit=1")).containsExactly(second.text("receiptNumber"));
        assertThat(numbers("?category=noise-dust&limit=1&offset=1")).containsExactly(first.text("receiptNumber"));
        assertThat(numbers("?receiptNumber=" + first.text("receiptNumber") + "," + second.text("receiptNumber")))
                .containsExactly(second.text("receiptNumber"), first.text("receiptNumber"));
    }

    @ParameterizedTest
    @CsvSource({
        "from=yesterday,from,moment",
        "until=2026-11-30T09:00:00,until,moment",
        "from=2026-01-01T00:00:00Z&until=2026-11-01T00:00:00Z,from,too-many-days",
        "category=nothing,category,unknown-category",
        "open=maybe,open,unknown-openness",
        "offset=-1,limit,too-many-rows",
        "limit=0,limit,too-many-rows",
        "limit=1001,limit,too-many-rows",
        "offset=901,limit,too-many-rows",
        "offset=2147483647&limit=2147483647,limit,too-many-rows"
    })
    void saysWhatIsWrongWithWhatIsAskedFor(String query, String field, String code) {
        Reply refused = SERVICE.get(anonymous(), PATH + "?" + query);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo(field);
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo(code);
    }

    @Test
    void keyHoldersFileForWhoeverHasNoPhoneAndStaffSeeTheirNote() {
        Map<String, Object> filing = new HashMap<>(Examples.filing());
        filing.put("reporter", Map.of("name", "홍길동", "withoutPhone", true));
        filing.put("smsConsent", false);
        filing.put("note", "사진: https://example.org/1.jpg");
        var intake = staff(Role.INTAKE, "key-intake", "intake");

        Reply filed = SERVICE.post(intake, "/api/v1/complaints", filing);

        assertThat(filed.status()).isEqualTo(201);
        Reply seen = SERVICE.get(intake, Office.staffPath(filed));
        assertThat(seen.json().at("/reporter/phone").asString()).isEmpty();
        assertThat(seen.json().toString()).contains("https://example.org/1.jpg");
        assertThat(Office.look(filed).json().toString()).doesNotContain("https://example.org/1.jpg");
        assertThat(SERVICE.get(intake, Office.staffPath(filed) + "/related")
                        .json()
                        .get("earlier"))
                .isEmpty();
        filing.remove("note");
        Reply refused = SERVICE.post(anonymous(), "/api/v1/complaints", filing);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().get("errors")).hasSize(1);
        assertThat(refused.json().at("/errors/0/field").asString()).isEqualTo("reporter.phone");
        assertThat(refused.json().at("/errors/0/code").asString()).isEqualTo("required");
    }
}
