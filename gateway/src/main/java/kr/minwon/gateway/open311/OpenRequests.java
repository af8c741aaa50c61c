package kr.minwon.gateway.open311;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.gateway.clients.OpenComplaint;
import kr.minwon.gateway.pages.Words;

/** Complaints that everyone may read, as requests. */
final class OpenRequests {
    private static final int LONGEST_DESCRIPTION = 4_000;

    private OpenRequests() {}

    static Answer of(List<OpenComplaint> complaints, Words words) {
        return Answer.of(
                "service_requests",
                "request",
                complaints.stream().map(complaint -> request(complaint, words)).toList());
    }

    private static Map<String, Object> request(OpenComplaint complaint, Words words) {
        Filing.Location location = complaint.location();
        Map<String, Object> request = new LinkedHashMap<>();
        request.put("service_request_id", complaint.receiptNumber());
        request.put("status", complaint.open() ? "open" : "closed");
        request.put("status_notes", notes(complaint, words));
        request.put(
                "service_name",
                words.inKorean()
                        ? complaint.categoryName()
                        : words.textOr("category.name." + complaint.category(), complaint.categoryName()));
        request.put("service_code", complaint.category());
        request.put("description", description(complaint));
        request.put("agency_responsible", complaint.department());
        request.put("service_notice", null);
        request.put("requested_datetime", Moments.shown(complaint.submittedAt()));
        request.put("updated_datetime", Moments.shown(complaint.updatedAt()));
        request.put("expected_datetime", Moments.shown(complaint.dueAt()));
        request.put("address", location == null ? null : location.address());
        request.put("address_id", null);
        request.put("zipcode", null);
        request.put("lat", location == null ? null : location.lat());
        request.put("long", location == null ? null : location.lng());
        request.put("media_url", null);
        return request;
    }

    private static String notes(OpenComplaint complaint, Words words) {
        String status = words.inKorean()
                ? complaint.statusLabel()
                : words.textOr("status." + complaint.status(), complaint.statusLabel());
        String outcome = complaint.outcome();
        return complaint.open() || outcome == null
                ? status
                : status + ": " + words.textOr("open311.outcome." + outcome, outcome);
    }

    /** What was described; of a complaint that was filed otherwise, its title goes before. */
    private static String description(OpenComplaint complaint) {
        String body = complaint.body();
        return Titles.isOf(complaint.title(), body, complaint.categoryName())
                ? body
                : Titles.shortened(complaint.title() + "\n\n" + body, LONGEST_DESCRIPTION);
    }
}
