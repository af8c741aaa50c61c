package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.StaffNoticeApi;

/** A notification-service that reminds staff of some cases. */
public final class FakeStaffNotices implements StaffNoticeApi {
    public static final String KEY = "2026-11-27T09:00:00.000+09:00/0198f3c2-7a10-7c3e-9b51-5f0a4d2e8c11/overdue.4";

    private final List<String> asked = new ArrayList<>();
    private RuntimeException refusal;
    private int unseen = 2;

    /** Refuses everything from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** So many are new. */
    public void unseen(int many) {
        unseen = many;
    }

    /** What was asked and said, in order. */
    public List<String> asked() {
        return asked;
    }

    @Override
    public Notices list(String departmentId, String cursor) {
        refused("list " + departmentId + " " + cursor);
        return new Notices(
                List.of(
                        notice(KEY, "overdue", FakeComplaints.HOSTILE, 1, "acc-2", unseen == 0),
                        notice("2026-11-26T09:00:00.000+09:00/b/half.2", "half", null, 0, null, true),
                        notice("2026-11-25T09:00:00.000+09:00/c/acceptance.1", "acceptance", "새 민원", 0, null, true)),
                KEY);
    }

    private static Notice notice(String key, String kind, String title, int late, String officer, boolean seen) {
        return new Notice(
                key,
                FakeComplaints.NUMBER,
                title,
                kind,
                "2026-11-26T10:12:00+09:00",
                late,
                "construction",
                officer,
                "2026-11-27T09:00:00+09:00",
                seen);
    }

    @Override
    public Count count() {
        refused("count");
        return new Count(unseen, 100);
    }

    @Override
    public Count seen(Map<String, Object> upTo) {
        refused("seen " + upTo);
        return new Count(0, 100);
    }

    private void refused(String what) {
        if (refusal != null) {
            throw refusal;
        }
        asked.add(what);
    }
}
