package kr.minwon.notification.template.web;

import java.time.Duration;
import java.util.Optional;
import kr.minwon.notification.dispatch.Dispatcher;
import kr.minwon.notification.message.Message;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.template.Approved;
import kr.minwon.notification.template.Draft;
import kr.minwon.notification.template.EditTemplates;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.notification.template.TestTexts;
import kr.minwon.notification.verification.VerifyPhone;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends a text to the phone of who writes it. */
@RestController
class TemplateTestController {
    private static final ProblemType NOT_VERIFIED = new ProblemType("phone-not-verified", 401);
    private static final ProblemType TOO_OFTEN = new ProblemType("template-test-too-often", 429);
    private static final ProblemType NOTHING = new ProblemType("nothing-to-test", 409);
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");

    private final EditTemplates edit;
    private final TestTexts tests;
    private final VerifyPhone verify;
    private final Dispatcher dispatcher;

    TemplateTestController(EditTemplates edit, TestTexts tests, VerifyPhone verify, Dispatcher dispatcher) {
        this.edit = edit;
        this.tests = tests;
        this.verify = verify;
        this.dispatcher = dispatcher;
    }

    /** @param of {@code active} or {@code draft} */
    record TestRequest(@Nullable String of) {}

    record TestResponse(String text) {}

    @PostMapping(path = Keys.PATH + "/test", consumes = "application/json", produces = "application/json")
    @ResponseStatus(HttpStatus.ACCEPTED)
    TestResponse send(
            Caller caller,
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestHeader(name = "X-Phone-Token", required = false) @Nullable String token,
            @RequestBody TestRequest request) {
        TemplateKey key = Keys.of(caller, step, language, channel);
        FieldErrors errors = new FieldErrors();
        if (!"active".equals(request.of()) && !"draft".equals(request.of())) {
            errors.add("of", "test-of");
        }
        errors.throwIfAny();
        VerifyPhone.Sealed phone = verify.sealed(caller.officeId(), token == null ? "" : token)
                .orElseThrow(() -> new ProblemException(NOT_VERIFIED));
        Template template = ("draft".equals(request.of()) ? draft(key) : active(key))
                .orElseThrow(() -> new ProblemException(NOTHING));
        Message message = tests.send(caller.officeId(), template, phone)
                .orElseThrow(() -> new ProblemException(TOO_OFTEN).retryAfter(Duration.ofMinutes(1)));
        dispatcher.offer(message);
        audit.atInfo()
                .addKeyValue("who", caller.id())
                .addKeyValue("template", key.id())
                .log("a template is sent as a test");
        return new TestResponse(message.content().text());
    }

    private Optional<Template> draft(TemplateKey key) {
        Draft draft = edit.of(key).draft();
        return draft == null
                ? Optional.empty()
                : Optional.of(new Template(
                        key.officeId(),
                        key.step(),
                        key.language(),
                        key.channel(),
                        key.version(0),
                        draft.text(),
                        draft.code()));
    }

    private Optional<Template> active(TemplateKey key) {
        OfficeTemplate there = edit.of(key);
        Approved active = there.active();
        return active == null ? edit.builtIn(key) : Optional.of(active.template(key));
    }
}
