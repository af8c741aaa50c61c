package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import kr.minwon.gateway.clients.ReplyApi;

/** A notification-service with texts that somebody has to look at. */
public final class FakeReplies implements ReplyApi {
    public static final String ID = "0198f3c2-9b20-7a51-8c44-1b2c3d4e5f60";

    /** Given to the case by the office. */
    private static final Reply ATTACHED = new Reply(
            "0198f3c2-9b20-7a51-8c44-1b2c3d4e5f61",
            "010-****-0207",
            true,
            "저번에 말씀드린 사람입니다",
            false,
            "2026-11-23T11:12:31+09:00",
            "note",
            "not-understood",
            null,
            FakeComplaints.NUMBER,
            false,
            new Handling("attached", "민원실 담당"));

    private static final Reply AUTOMATIC = new Reply(
            "0198f3c2-9b20-7a51-8c44-1b2c3d4e5f62",
            "010-****-0311",
            true,
            "회의 중입니다. 나중에 연락드리겠습니다.",
            false,
            "2026-11-23T11:20:31+09:00",
            "automatic",
            null,
            null,
            null,
            false,
            null);

    private final List<String> handled = new ArrayList<>();
    private RuntimeException refusal;
    private int open = 1;

    /** Refuses what is done from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** So many wait. */
    public void wait(int many) {
        open = many;
    }

    /** What was done, in order. */
    public List<String> handled() {
        return handled;
    }

    @Override
    public Replies list(String state, String cursor) {
        if (state.equals("automatic")) {
            return new Replies(List.of(AUTOMATIC), "seogu/before");
        }
        return new Replies(
                IntStream.range(0, open).mapToObj(i -> reply(true, "ambiguous")).toList(), "seogu/next");
    }

    @Override
    public Replies ofCase(String receiptNumber) {
        return new Replies(List.of(reply(false, null), ATTACHED), null);
    }

    @Override
    public Reply handle(String id, String what, Map<String, Object> body) {
        if (refusal != null) {
            throw refusal;
        }
        handled.add(id + " " + what + " " + body);
        return reply(false, null);
    }

    private static Reply reply(boolean open, String why) {
        return new Reply(
                ID,
                "010-****-5678",
                true,
                "언제 고쳐지나요? " + FakeComplaints.HOSTILE,
                true,
                "2026-11-23T10:12:31+09:00",
                why == null ? "note" : "unclear",
                why,
                null,
                FakeComplaints.NUMBER,
                open,
                null);
    }
}
