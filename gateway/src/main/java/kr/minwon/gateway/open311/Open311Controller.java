package kr.minwon.gateway.open311;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import kr.minwon.gateway.access.Callers;
import kr.minwon.gateway.clients.ComplaintApi;
import kr.minwon.gateway.clients.Filing;
import kr.minwon.gateway.clients.OpenComplaint;
import kr.minwon.gateway.clients.OpenComplaintApi;
import kr.minwon.gateway.clients.Receipt;
import kr.minwon.gateway.clients.ServiceProblem;
import kr.minwon.gateway.limits.Limits;
import kr.minwon.gateway.pages.Words;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.LocaleResolver;

/** Open311 GeoReport v2. The path is read once, by {@link Resource}; every refusal takes the form of {@link Open311Errors}. */
@Controller
class Open311Controller {
    private static final String POST = "POST";

    private final ComplaintApi complaints;
    private final OpenComplaintApi open;
    private final Catalogue catalogue;
    private final Discovery discovery;
    private final Door door;
    private final Callers callers;
    private final Limits limits;
    private final Open311Settings settings;
    private final AnswerWriter writer;
    private final MessageSource messages;
    private final LocaleResolver locales;

    Open311Controller(
            ComplaintApi complaints,
            OpenComplaintApi open,
            Catalogue catalogue,
            Discovery discovery,
            Door door,
            Callers callers,
            Limits limits,
            Open311Settings settings,
            AnswerWriter writer,
            MessageSource messages,
            LocaleResolver locales) {
        this.complaints = complaints;
        this.open = open;
        this.catalogue = catalogue;
        this.discovery = discovery;
        this.door = door;
        this.callers = callers;
        this.limits = limits;
        this.settings = settings;
        this.writer = writer;
        this.messages = messages;
        this.locales = locales;
    }

    @RequestMapping("/open311/**")
    void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!request.getMethod().equals(POST)) {
            limits.readOpenly(request);
        }
        Resource resource = Resource.of(request.getRequestURI())
                .orElseThrow(() -> new ProblemException(Open311Problem.UNKNOWN_RESOURCE));
        Words words = new Words(messages, locales.resolveLocale(request));
        Answer answer = isFiling(request, resource) ? file(request, words) : read(request, resource, words);
        writer.write(response, HttpStatus.OK.value(), resource.format(), answer);
    }

    private static boolean isFiling(HttpServletRequest request, Resource resource) {
        boolean all = resource.kind() == Resource.Kind.REQUESTS && resource.id() == null;
        boolean reads = request.getMethod().equals("GET") || request.getMethod().equals("HEAD");
        if (!reads && !(all && request.getMethod().equals(POST))) {
            throw new ProblemException(ProblemType.WRONG_METHOD);
        }
        return !reads;
    }

    private Answer read(HttpServletRequest request, Resource resource, Words words) {
        Parameters asked = Parameters.of(request);
        if (resource.kind() == Resource.Kind.DISCOVERY) {
            return discovery.answer(request, words);
        }
        door.checkJurisdiction(asked);
        String id = resource.id();
        return switch (resource.kind()) {
            case DISCOVERY -> throw new IllegalStateException("answered above");
            case SERVICES ->
                id == null
                        ? catalogue.services(words)
                        : Attributes.definition(catalogue.known(id).code(), settings.publicByDefault(), words);
            case REQUESTS -> OpenRequests.of(id == null ? list(asked) : List.of(one(id)), words);
            // A request has its id at once: no token was ever given out.
            case TOKENS -> throw new ProblemException(Open311Problem.UNKNOWN_TOKEN);
        };
    }

    private List<OpenComplaint> list(Parameters asked) {
        List<OpenComplaint> found = new RequestQuery(asked, catalogue)
                .of().stream()
                        .flatMap(query -> open.list(query).items().stream())
                        .collect(Collectors.toCollection(ArrayList::new));
        // Each answer begins with its latest; one alone is in order.
        found.sort(Comparator.comparing((OpenComplaint one) -> OffsetDateTime.parse(one.submittedAt()))
                .reversed());
        return found;
    }

    private OpenComplaint one(String id) {
        try {
            return open.one(id);
        } catch (ServiceProblem refused) {
            if (refused.is("no-public-complaint")) {
                throw new ProblemException(Open311Problem.UNKNOWN_REQUEST);
            }
            throw refused;
        }
    }

    private Answer file(HttpServletRequest request, Words words) {
        if (!isForm(request)) {
            throw new ProblemException(Open311Problem.NO_FORM);
        }
        Parameters form = Parameters.of(request);
        Caller caller = caller(request, form);
        door.checkJurisdiction(form);
        String code = form.get("service_code");
        if (code == null) {
            new FieldErrors().add("service_code", "required").throwIfAny();
        }
        String name = catalogue.known(Objects.requireNonNull(code)).name();
        Filing filing =
                new RequestForm(form, settings.publicByDefault()).filing(code, name, words.inKorean() ? "ko" : "en");
        limits.file(request, caller);
        Receipt receipt = callers.as(caller, () -> complaints.file(filing, idempotencyKey(request)));
        Map<String, Object> filed = new LinkedHashMap<>();
        filed.put("service_request_id", receipt.receiptNumber());
        filed.put(
                "service_notice",
                words.text(
                        Boolean.TRUE.equals(filing.isPublic()) ? "open311.notice.public" : "open311.notice.private"));
        filed.put("account_id", null);
        return Answer.of("service_requests", "request", List.of(filed));
    }

    /** A filing counts as one; a key that opens nothing counts as a read, so that none is found by trying. */
    private Caller caller(HttpServletRequest request, Parameters form) {
        try {
            return door.caller(form);
        } catch (ProblemException noKey) {
            limits.readOpenly(request);
            throw noKey;
        }
    }

    private static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        try {
            return type != null
                    && MediaType.APPLICATION_FORM_URLENCODED.isCompatibleWith(MediaType.parseMediaType(type));
        } catch (org.springframework.http.InvalidMediaTypeException noType) {
            return false;
        }
    }

    /** GeoReport knows no such key; whoever sends one is understood. */
    private static String idempotencyKey(HttpServletRequest request) {
        @Nullable String sent = request.getHeader("Idempotency-Key");
        return sent == null || sent.isBlank() ? UUID.randomUUID().toString() : sent;
    }
}
