package kr.minwon.gateway.clients;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.service.annotation.DeleteExchange;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.HttpExchange;
import org.springframework.web.service.annotation.PostExchange;
import org.springframework.web.service.annotation.PutExchange;

/** What residents are told, at notification-service. */
@HttpExchange("/api/v1/staff/templates")
public interface TemplateApi {
    /** Every step. */
    @GetExchange
    Templates all();

    @GetExchange("/{step}/{language}/{channel}")
    Template one(@PathVariable String step, @PathVariable String language, @PathVariable String channel);

    /** What a version said. */
    @GetExchange("/{step}/{language}/{channel}/versions/{version}")
    Past version(
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @PathVariable String version);

    /** A text filled, or what is wrong with it. */
    @PostExchange(url = "/{step}/{language}/{channel}/preview", contentType = MediaType.APPLICATION_JSON_VALUE)
    Preview preview(
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody PreviewRequest text);

    /** Keeps a draft in the place of the one before. */
    @PutExchange(url = "/{step}/{language}/{channel}/draft", contentType = MediaType.APPLICATION_JSON_VALUE)
    Template draft(
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody DraftRequest draft);

    /** Throws the draft away. */
    @DeleteExchange("/{step}/{language}/{channel}/draft")
    Template discard(@PathVariable String step, @PathVariable String language, @PathVariable String channel);

    /** Lets residents be told the draft. */
    @PostExchange(url = "/{step}/{language}/{channel}/approval", contentType = MediaType.APPLICATION_JSON_VALUE)
    Template approve(
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody Approval approval);

    /** Sends it to the phone that the token vouches for. */
    @PostExchange(url = "/{step}/{language}/{channel}/test", contentType = MediaType.APPLICATION_JSON_VALUE)
    void test(
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody Test of,
            @RequestHeader("X-Phone-Token") String phoneToken);

    /** @param alimtalk whether the office has a KakaoTalk channel */
    record Templates(List<Template> items, boolean alimtalk) {}

    /** A template; {@code active} is null where nothing is told by that channel yet. */
    record Template(
            String step,
            String language,
            String channel,
            @Nullable Version active,
            @Nullable Draft draft,
            List<Variable> variables,
            List<PastVersion> history) {}

    /** What is told now; {@code builtIn} for the product's own words. */
    record Version(
            String version,
            boolean builtIn,
            String text,
            @Nullable String code,
            @Nullable String draftedBy,
            @Nullable String approvedBy,
            @Nullable String approvedAt) {}

    /** What waits for a second person; {@code own} when that cannot be the reader. */
    record Draft(int revision, String text, @Nullable String code, String by, String at, boolean own) {}

    /** What may stand in the text. */
    record Variable(String name, String kind, boolean required, String example) {}

    /** A version before. */
    record PastVersion(String version, String draftedBy, String approvedBy, String approvedAt) {}

    /** What a version said. */
    record Past(String version, String text, @Nullable String code) {}

    /** @param longest the office's longest values, by variable */
    record PreviewRequest(String text, Map<String, String> longest) {}

    /** Faults, or the text with everyday values and with the longest. */
    record Preview(
            List<Fault> faults,
            @Nullable Filled everyday,
            @Nullable Filled longest) {}

    /** Why a text may not go out. */
    record Fault(String code, String detail) {}

    /** A text as it would go out; {@code bytes} is null for UCS-2 and 알림톡. */
    record Filled(String text, @Nullable Integer bytes, String type, int characters) {}

    /** As it was typed. */
    record DraftRequest(String text, @Nullable String code) {}

    /** Of the draft that was seen. */
    record Approval(int revision) {}

    /** {@code active} or {@code draft}. */
    record Test(String of) {}
}
