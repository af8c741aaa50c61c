package kr.minwon.complaint.complaint.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import kr.minwon.complaint.complaint.ActionLinks;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.Consent;
import kr.minwon.complaint.complaint.ContentDigest;
import kr.minwon.complaint.complaint.Department;
import kr.minwon.complaint.complaint.Limits;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.complaint.complaint.Supplement;
import kr.minwon.complaint.complaint.TakeProcedure;
import kr.minwon.complaint.complaint.TakeProcedure.Asked;
import kr.minwon.complaint.complaint.web.ComplaintResponse.DepartmentPart;
import kr.minwon.complaint.photo.UploadedPhoto;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
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

/**
 * Follows a link of a text: it shows the one request it is for, takes the one answer, and opens nothing else of the case.
 */
@RestController
@RequestMapping("/api/v1/links/{token}")
class LinkController {
    private final TakeProcedure procedure;
    private final SupplyReader supplies;
    private final IdempotencyKeys keys;
    private final JsonMapper mapper;

    LinkController(TakeProcedure procedure, SupplyReader supplies, IdempotencyKeys keys, JsonMapper mapper) {
        this.procedure = procedure;
        this.supplies = supplies;
        this.keys = keys;
        this.mapper = mapper;
    }

    /**
     * What is asked.
     *
     * @param action {@code supplement}, {@code consent} or {@code details}
     * @param request what is asked for, why the extension is needed, or what was texted
     * @param answerBy until when a supplement is to come; null for a consent
     * @param dueAt the deadline that a consent would bring; null for a supplement
     * @param texted true of a supplement that came by a text, to which photos may be added once
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record LinkResponse(
            String receiptNumber,
            String status,
            String title,
            String action,
            String request,
            @Nullable String answerBy,
            @Nullable String dueAt,
            @Nullable Integer moreTime,
            @Nullable DepartmentPart department,
            @Nullable Boolean texted) {}

    /**
     * The answer: one of the three.
     *
     * @param moreTime asks for more time instead
     * @param address where it is, of what was filed by a text
     */
    record LinkRequest(
            @Nullable String text,
            @Nullable String address,
            @Nullable Boolean moreTime,
            @Nullable Boolean agree) {}

    @GetMapping
    ResponseEntity<LinkResponse> show(@PathVariable String token) {
        Asked asked = open(token);
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(response(asked.complaint(), asked));
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    LinkResponse answer(
            Caller caller,
            @PathVariable String token,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody LinkRequest request) {
        keys.check(caller, key);
        return answer(token, caller, key, request, List.of());
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = SupplyForm.class)))
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    LinkResponse answerWithPhotos(
            Caller caller,
            @PathVariable String token,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException, ServletException {
        keys.check(caller, key);
        MultipartFiling parts = MultipartFiling.read(request.getParts(), mapper, new FieldErrors());
        LinkRequest answer = new LinkRequest(
                parts.field("text"), parts.field("address"), parts.choice("moreTime"), parts.choice("agree"));
        return answer(token, caller, key, answer, parts.photos());
    }

    private LinkResponse answer(
            String token, Caller caller, @Nullable String key, LinkRequest answer, List<UploadedPhoto> photos) {
        Asked asked = followed(token);
        refuseReplaced(asked);
        Complaint complaint = asked.complaint();
        Complaint after = switch (asked.action()) {
            case SUPPLEMENT -> {
                if (Boolean.TRUE.equals(answer.moreTime())) {
                    refuseUsed(asked);
                    yield ResidentController.done(procedure.moreTime(
                            complaint, keys.mark(caller, key, ResidentProcedureController.moreTime())));
                }
                if (wasTexted(asked)) {
                    if (key == null) {
                        refuseOver(asked);
                    }
                    yield supplies.addMore(complaint, asked.number(), caller, key, answer.text(), photos);
                }
                if (key == null) {
                    refuseUsed(asked);
                }
                yield supplies.take(complaint, caller, key, answer.text(), photos);
            }
            case DETAILS -> {
                if (key == null) {
                    refuseUsed(asked);
                }
                yield supplies.add(complaint, caller, key, answer.address(), answer.text(), photos);
            }
            case CONSENT -> {
                boolean agreed = ResidentProcedureController.agreed(answer.agree());
                ContentDigest content = new ContentDigest().add("consent").add(String.valueOf(agreed));
                if (key == null) {
                    refuseUsed(asked);
                }
                yield ResidentController.done(procedure.consent(complaint, agreed, keys.mark(caller, key, content)));
            }
        };
        return response(after, asked);
    }

    private Asked followed(String token) {
        return procedure.follow(token).orElseThrow(() -> new ProblemException(ComplaintProblems.LINK_UNKNOWN));
    }

    private Asked open(String token) {
        Asked asked = followed(token);
        refuseReplaced(asked);
        refuseOver(asked);
        return asked;
    }

    /** A supplement that came by a text may still lack its photos. */
    private void refuseOver(Asked asked) {
        if (!procedure.takesMore(asked)) {
            refuseUsed(asked);
        }
    }

    private static boolean wasTexted(Asked asked) {
        List<Supplement> supplements = asked.complaint().progress().procedure().supplements();
        Supplement.Supply supply = asked.number() <= supplements.size()
                ? supplements.get(asked.number() - 1).supply()
                : null;
        return supply != null && supply.texted();
    }

    /** What was asked for later is answered by a link of its own: an old one would answer what nobody reads any more. */
    private static void refuseReplaced(Asked asked) {
        List<Supplement> supplements = asked.complaint().progress().procedure().supplements();
        if (asked.action() == ActionLinks.Action.SUPPLEMENT
                && asked.number() < supplements.size()
                && supplements.get(asked.number() - 1).supply() == null) {
            throw new ProblemException(ComplaintProblems.LINK_REPLACED);
        }
    }

    /**
     * A link is for one request: when that was answered it leads nowhere. The rest of what was filed by a text may come in
     * parts, until the case is answered.
     */
    private static void refuseUsed(Asked asked) {
        boolean open = switch (asked.action()) {
            case SUPPLEMENT ->
                asked.complaint()
                        .progress()
                        .procedure()
                        .lastSupplement()
                        .filter(last -> last.number() == asked.number() && last.supply() == null)
                        .isPresent();
            case DETAILS ->
                asked.complaint().status().isOpen()
                        && asked.complaint().progress().procedure().changes().size() < Limits.CHANGES;
            case CONSENT -> {
                Consent consent = asked.complaint().progress().procedure().consent();
                yield consent != null && consent.extension() == asked.number() && consent.agreed() == null;
            }
        };
        if (!open) {
            throw new ProblemException(ComplaintProblems.LINK_USED);
        }
    }

    private static LinkResponse response(Complaint complaint, Asked asked) {
        Department department = complaint.progress().department();
        String number = complaint.filing().receiptNumber().value();
        String status = complaint.status().wireName();
        String title = complaint.filing().title();
        return switch (asked.action()) {
            case SUPPLEMENT -> {
                Supplement supplement =
                        complaint.progress().procedure().supplements().get(asked.number() - 1);
                yield new LinkResponse(
                        number,
                        status,
                        title,
                        "supplement",
                        supplement.text(),
                        SeoulTime.iso(supplement.answerBy()),
                        null,
                        wasTexted(asked) ? null : supplement.moreTime(),
                        DepartmentPart.of(department),
                        wasTexted(asked) ? true : null);
            }
            case DETAILS ->
                new LinkResponse(
                        number,
                        status,
                        title,
                        "details",
                        complaint.filing().body(),
                        null,
                        null,
                        null,
                        DepartmentPart.of(department),
                        null);
            case CONSENT -> {
                Consent consent =
                        Objects.requireNonNull(complaint.progress().procedure().consent());
                yield new LinkResponse(
                        number,
                        status,
                        title,
                        "consent",
                        consent.reason(),
                        null,
                        SeoulTime.iso(consent.dueAt()),
                        null,
                        DepartmentPart.of(department),
                        null);
            }
        };
    }
}
