package kr.minwon.e2e;

import java.util.LinkedHashMap;
import java.util.Map;
import kr.minwon.standalone.DemoComplaints.Example;

/** Filings as the public API takes them. */
final class Complaints {
    private Complaints() {}

    static Map<String, Object> of(Example example, String phone) {
        return of(example.title(), example.body(), example.category(), phone);
    }

    static Map<String, Object> of(String title, String body, String category, String phone) {
        Map<String, Object> complaint = new LinkedHashMap<>();
        complaint.put("title", title);
        complaint.put("body", body);
        complaint.put("category", category);
        complaint.put("location", Map.of("address", "광주광역시 서구 화정3동 12-3"));
        complaint.put("reporter", Map.of("name", "홍길동", "phone", phone));
        complaint.put("smsConsent", true);
        return complaint;
    }
}
