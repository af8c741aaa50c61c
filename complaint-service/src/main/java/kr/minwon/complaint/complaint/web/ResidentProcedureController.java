package kr.minwon.complaint.complaint.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Complaints;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.TakeProcedure;
import kr.minwon.complaint.complaint.web.ComplaintResponse.DeadlinePart;
import kr.minwon.complaint.complaint.web.ComplaintResponse.EntryPart;
import kr.minwon.complaint.complaint.web.ProcedureParts.ConsentPart;
import kr.minwon.complaint.complaint.web.ProcedureParts.SupplementPart;
import kr.minwon.problems.FieldErrors;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** The resident's part of the law's procedure, with the look-up code. */
@RestController
@RequestMapping("/api/v1/complaints/{receiptNumber}")
class ResidentProcedureController {
    private static final String CODE = ResidentController.CODE;
    private static final String BASE = "/api/v1/complaints/";
    /** What in a timeline has moved the deadline. */
    private static final Set<String> CLOCK = Set.of(
            "accepted",
            "assigned",
            "supplementRequested",
            "supplemented",
            "extended",
            "suspended",
            "resumed",
            "recomputed",
            "reopened",
            "continued");

    private final CaseOpener cases;
    private final TakeProcedure procedure;
    private final SupplyReader supplies;
    private final Complaints complaints;
    private final IdempotencyKeys keys;
    private final JsonMapper mapper;

    ResidentProcedureController(
            CaseOpener cases,
            TakeProcedure procedure,
            SupplyReader supplies,
            Complaints complaints,
            IdempotencyKeys keys,
            JsonMapper mapper) {
        this.cases = cases;
        this.procedure = procedure;
        this.supplies = supplies;
        this.complaints = complaints;
        this.keys = keys;
        this.mapper = mapper;
    }

    record SupplyRequest(@Nullable String text) {}

    /** Nothing needs to be said to ask for more time. */
    record MoreTimeRequest() {}

    record SupplyResponse(String receiptNumber, String status, SupplementPart supplement) {}

    record ConsentRequest(@Nullable Boolean agree) {}

    record ConsentResponse(
            String receiptNumber, String status, @Nullable ConsentPart consent) {}

    /** @param changes what started, stopped and moved the clock, oldest first */
    record DeadlineResponse(
            String receiptNumber, String status, @Nullable DeadlinePart deadline, List<EntryPart> changes) {}

    @GetMapping("/deadline")
    ResponseEntity<DeadlineResponse> deadline(
            @PathVariable String receiptNumber, @RequestHeader(name = CODE, required = false) @Nullable String code) {
        Complaint complaint = cases.open(receiptNumber, code);
        List<EntryPart> changes = Stream.concat(
                        complaints.earlier(complaint).stream(), complaint.progress().timeline().entries().stream())
                .filter(entry -> !entry.staffOnly() && CLOCK.contains(entry.step()))
                .map(EntryPart::of)
                .toList();
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(new DeadlineResponse(
                        complaint.filing().receiptNumber().value(),
                        complaint.status().wireName(),
                        DeadlinePart.of(complaint.progress().deadline()),
                        changes));
    }

    @PostMapping(path = "/supplements", consumes = MediaType.APPLICATION_JSON_VALUE)
    SupplyResponse supply(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody SupplyRequest request) {
        keys.check(caller, key);
        return supplied(supplies.take(cases.open(receiptNumber, code), caller, key, request.text(), List.of()));
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = SupplyForm.class)))
    @PostMapping(path = "/supplements", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    SupplyResponse supplyWithPhotos(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException, ServletException {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        MultipartFiling parts = MultipartFiling.read(request.getParts(), mapper, new FieldErrors());
        return supplied(supplies.take(complaint, caller, key, parts.field("text"), parts.photos()));
    }

    @PostMapping("/supplements/more-time")
    SupplyResponse moreTime(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody(required = false) @Nullable MoreTimeRequest nothing) {
        keys.check(caller, key);
        return supplied(ResidentController.done(
                procedure.moreTime(cases.open(receiptNumber, code), keys.mark(caller, key, moreTime()))));
    }

    @PostMapping("/extension-consent")
    ConsentResponse consent(
            Caller caller,
            @PathVariable String receiptNumber,
            @RequestHeader(name = CODE, required = false) @Nullable String code,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody ConsentRequest request) {
        keys.check(caller, key);
        Complaint complaint = cases.open(receiptNumber, code);
        boolean agreed = agreed(request.agree());
        ContentDigest content = new ContentDigest().add("consent").add(String.valueOf(agreed));
        Complaint after =
                ResidentController.done(procedure.consent(complaint, agreed, keys.mark(caller, key, content)));
        return new ConsentResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                ConsentPart.of(after.progress().procedure().consent()));
    }

    /** What is said by asking for more time. */
    static ContentDigest moreTime() {
        return new ContentDigest().add("more-time");
    }

    static boolean agreed(@Nullable Boolean agree) {
        FieldErrors errors = new FieldErrors();
        if (agree == null) {
            errors.add("agree", "required");
        }
        errors.throwIfAny();
        return Objects.requireNonNull(agree);
    }

    private static SupplyResponse supplied(Complaint after) {
        return new SupplyResponse(
                after.filing().receiptNumber().value(),
                after.status().wireName(),
                ProcedureParts.supplements(after, BASE).getLast());
    }
}
