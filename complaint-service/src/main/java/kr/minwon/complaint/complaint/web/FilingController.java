package kr.minwon.complaint.complaint.web;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.FileComplaint;
import kr.minwon.complaint.complaint.FileComplaint.Result;
import kr.minwon.complaint.complaint.Filing;
import kr.minwon.complaint.complaint.LookupCodes;
import kr.minwon.complaint.complaint.NewComplaint;
import kr.minwon.complaint.complaint.SeoulTime;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.json.JsonMapper;

/** Takes filings: JSON, or multipart with photos. */
@RestController
class FilingController {
    private static final String PATH = "/api/v1/complaints";

    private final FileComplaint fileComplaint;
    private final FilingCheck check;
    private final IdempotencyKeys keys;
    private final LookupCodes codes;
    private final JsonMapper mapper;

    FilingController(
            FileComplaint fileComplaint,
            FilingCheck check,
            IdempotencyKeys keys,
            LookupCodes codes,
            JsonMapper mapper) {
        this.fileComplaint = fileComplaint;
        this.check = check;
        this.keys = keys;
        this.codes = codes;
        this.mapper = mapper;
    }

    /**
     * What a resident keeps: number and code.
     *
     * @param status {@code accepted}, or {@code filed} where the office accepts by hand
     */
    record FiledResponse(
            String complaintId, String receiptNumber, String lookupCode, String status, String submittedAt) {}

    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = PATH, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<FiledResponse> file(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            @RequestBody FileComplaintRequest request) {
        keys.check(caller, key);
        return file(caller, key, check.check(request, caller, List.of(), new FieldErrors()));
    }

    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = MediaType.MULTIPART_FORM_DATA_VALUE,
                            schema = @Schema(implementation = FilingForm.class)))
    @ResponseStatus(HttpStatus.CREATED)
    @PostMapping(path = PATH, consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<FiledResponse> fileWithPhotos(
            Caller caller,
            @RequestHeader(name = IdempotencyKeys.HEADER, required = false) @Nullable String key,
            HttpServletRequest request)
            throws IOException, ServletException {
        keys.check(caller, key);
        FieldErrors errors = new FieldErrors();
        MultipartFiling filing = MultipartFiling.read(request.getParts(), mapper, errors);
        return file(caller, key, check.check(filing.request(), caller, filing.photos(), errors));
    }

    private ResponseEntity<FiledResponse> file(Caller caller, @Nullable String key, NewComplaint content) {
        return switch (fileComplaint.file(content, keys.mark(caller, key, content.digest()))) {
            case Result.Filed filed -> filed(filed.complaint());
            case Result.KeyReused reused -> throw new ProblemException(ComplaintProblems.KEY_REUSED);
            case Result.TooMany many ->
                throw new ProblemException(ComplaintProblems.TOO_MANY_FILINGS, many.perHour())
                        .retryAfter(many.retryAfter());
            case Result.PhotoRefused refused -> throw ComplaintProblems.of(refused.refusal(), refused.index());
            case Result.PhotosBusy busy ->
                throw new ProblemException(ComplaintProblems.PHOTOS_BUSY).retryAfter(Duration.ofSeconds(10));
        };
    }

    private ResponseEntity<FiledResponse> filed(Complaint complaint) {
        Filing filing = complaint.filing();
        return ResponseEntity.created(URI.create(PATH + "/" + filing.receiptNumber()))
                .cacheControl(CacheControl.noStore())
                .body(new FiledResponse(
                        filing.id().value(),
                        filing.receiptNumber().value(),
                        codes.codeOf(filing.id(), filing.lookupKeyId()),
                        filing.filedAs().wireName(),
                        SeoulTime.iso(filing.submittedAt())));
    }
}
