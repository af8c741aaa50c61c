package kr.minwon.gateway.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import kr.minwon.gateway.clients.TemplateApi;
import org.jspecify.annotations.Nullable;

/** Templates of two steps; whatever is typed is remembered. */
public final class FakeTemplates implements TemplateApi {
    private final List<String> done = new ArrayList<>();
    private Map<String, String> longest = Map.of();
    private @Nullable Draft draft;
    private @Nullable RuntimeException refusal;

    /** A draft of somebody's waits. */
    public void waits(String text, boolean own) {
        draft = new Draft(3, text, null, "안 팀장", "2026-11-23T10:12:30.123+09:00", own);
    }

    /** Refuses every change from now on. */
    public void refuse(RuntimeException problem) {
        refusal = problem;
    }

    /** What was changed, in order. */
    public List<String> done() {
        return done;
    }

    /** The longest values of the last preview. */
    public Map<String, String> longest() {
        return longest;
    }

    @Override
    public Templates all() {
        return new Templates(
                List.of(one("received", "ko", "sms"), one("received", "en", "sms"), one("new_step", "ko", "sms")),
                false);
    }

    @Override
    public Template one(String step, String language, String channel) {
        return new Template(
                step,
                language,
                channel,
                new Version("received-ko-1", true, "[{office}] 접수했습니다.", null, null, null, null),
                draft,
                List.of(
                        new Variable("office", "name", false, "서구청"),
                        new Variable("department", "name", true, "건설과"),
                        new Variable("officer", "name", true, "홍길동")),
                List.of(new PastVersion("received-ko-sms-v1", "안 팀장", "배 팀장", "2026-11-20T10:12:30.123+09:00")));
    }

    @Override
    public Past version(String step, String language, String channel, String version) {
        return new Past(version, "예전 글", null);
    }

    @Override
    public Preview preview(String step, String language, String channel, PreviewRequest text) {
        longest = text.longest();
        return text.text().contains("?")
                ? new Preview(List.of(new Fault("stray-brace", "중괄호가 짝이 맞지 않습니다.")), null, null)
                : new Preview(
                        List.of(),
                        new Filled("[서구청] 접수", 13, "SMS", 8),
                        new Filled("[서구청] 접수 도시공간혁신과", 143, "LMS", 16));
    }

    @Override
    public Template draft(String step, String language, String channel, DraftRequest request) {
        return changed("draft " + request.text());
    }

    @Override
    public Template discard(String step, String language, String channel) {
        return changed("discard");
    }

    @Override
    public Template approve(String step, String language, String channel, Approval approval) {
        return changed("approve " + approval.revision());
    }

    @Override
    public void test(String step, String language, String channel, Test of, String phoneToken) {
        changed("test " + of.of() + " " + phoneToken);
    }

    private Template changed(String what) {
        if (refusal != null) {
            throw refusal;
        }
        done.add(what);
        return one("received", "ko", "sms");
    }
}
