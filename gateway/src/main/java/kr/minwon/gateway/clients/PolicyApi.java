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

/** The office's policy at routing-service, called as whoever the page is shown to. */
@HttpExchange("/api/v1/staff/policy")
public interface PolicyApi {
    /** Its versions, and the draft. */
    @GetExchange
    Policies policies();

    /** Keeps a draft in the place of the one before. */
    @PutExchange(url = "/draft", contentType = MediaType.APPLICATION_JSON_VALUE)
    Version draft(@RequestBody Map<String, Object> lines);

    /** Throws the draft away. */
    @DeleteExchange("/draft")
    Version discard();

    /** What the draft would have done to past cases. */
    @PostExchange("/draft/comparison")
    Comparison compare();

    /** Makes the draft the policy from its first day on. */
    @PostExchange(url = "/draft/activation", contentType = MediaType.APPLICATION_JSON_VALUE)
    Version activate(@RequestBody Map<String, Object> draft, @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** Takes a version back that is not in force yet. */
    @PostExchange("/versions/{version}/undo")
    Version undo(@PathVariable String version, @RequestHeader("Idempotency-Key") String idempotencyKey);

    /** An office's versions; {@code inForce} is the name of today's. */
    record Policies(
            @Nullable String inForce,
            List<Version> versions,
            @Nullable Version draft,
            List<Category> categories,
            List<String> petitionKinds) {
        public Policies {
            versions = versions == null ? List.of() : List.copyOf(versions);
            categories = categories == null ? List.of() : List.copyOf(categories);
            petitionKinds = petitionKinds == null ? List.of() : List.copyOf(petitionKinds);
        }
    }

    /** What the office's data says of a category where a policy says nothing. */
    record Category(String code, String name, String petitionKind, String period) {}

    /** What a policy says of a category. */
    record Term(String petitionKind, String period) {}

    /** A version; {@code effectiveFrom} is null for the one the office began with, {@code at} says when it was saved. */
    record Version(
            String version,
            @Nullable String state,
            @Nullable String effectiveFrom,
            @Nullable String until,
            String opens,
            String closes,
            String lunchFrom,
            String lunchTo,
            boolean eveningIsFirstDay,
            boolean calendarBeginsOnHoliday,
            int extensionsWithoutConsent,
            int extensionsWithConsent,
            @Nullable String extendedBy,
            @Nullable String transfers,
            int progressEveryDays,
            boolean remindHalf,
            boolean remindDueSoon,
            Map<String, Term> categories,
            @Nullable String at) {
        public Version {
            categories = categories == null ? Map.of() : Map.copyOf(categories);
        }
    }

    /** What a draft would have done. */
    record Comparison(
            String version,
            long compared,
            boolean complete,
            long earlier,
            long later,
            long same,
            List<Example> examples) {
        public Comparison {
            examples = examples == null ? List.of() : List.copyOf(examples);
        }
    }

    /** A case that would have another deadline. */
    record Example(
            String receiptNumber,
            @Nullable String title,
            @Nullable String dueAt,
            @Nullable String wouldBe) {}
}
