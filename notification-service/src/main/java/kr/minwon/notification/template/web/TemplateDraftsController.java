package kr.minwon.notification.template.web;

import java.util.regex.Pattern;
import kr.minwon.koreansms.SmsText;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.template.EditTemplates;
import kr.minwon.notification.template.EditTemplates.Outcome;
import kr.minwon.notification.template.RememberedTexts;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Staff change what residents are told: one drafts, another approves. */
@RestController
class TemplateDraftsController {
    private static final ProblemType NO_DRAFT = new ProblemType("no-template-draft", 409);
    private static final ProblemType CHANGED = new ProblemType("template-draft-changed", 409);
    private static final ProblemType SAME_PERSON = new ProblemType("template-own-draft", 403);
    private static final Logger audit = LoggerFactory.getLogger("kr.minwon.audit");
    private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_-]{1,60}");
    /** UTF-16 units; no text that may go out is longer. */
    static final int LONGEST = 2_000;

    private final EditTemplates edit;
    private final RememberedTexts remembered;

    TemplateDraftsController(EditTemplates edit, RememberedTexts remembered) {
        this.edit = edit;
        this.remembered = remembered;
    }

    /** @param code by which Kakao knows the text; for 알림톡 only */
    record DraftRequest(@Nullable String text, @Nullable String code) {}

    /** @param revision of the draft that was seen */
    record ApprovalRequest(@Nullable Integer revision) {}

    @PutMapping(path = Keys.PATH + "/draft", consumes = "application/json", produces = "application/json")
    TemplateResponse draft(
            Caller caller,
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody DraftRequest request) {
        TemplateKey key = Keys.of(caller, step, language, channel);
        FieldErrors errors = new FieldErrors();
        String code = code(key, request.code(), errors);
        String text = typed(request.text(), errors);
        errors.throwIfAny();
        return answered(
                edit.draft(key, text, code, new EditTemplates.Person(caller.id(), caller.name())),
                caller,
                "a template is drafted");
    }

    /** As it would be stored: one kind of line end, syllables in one piece, nothing around it. */
    static String typed(@Nullable String text, FieldErrors errors) {
        if (text == null || text.isBlank()) {
            errors.add("text", "required");
            return "";
        }
        String clean = SmsText.composed(text).strip();
        if (clean.length() > LONGEST) {
            errors.add("text", "template-too-long", clean.length() - LONGEST);
        }
        return clean;
    }

    private static @Nullable String code(TemplateKey key, @Nullable String code, FieldErrors errors) {
        if (key.channel() == Channel.SMS) {
            return null;
        }
        String bare = code == null ? "" : code.strip();
        if (!CODE.matcher(bare).matches()) {
            errors.add("code", "no-kakao-code");
        }
        return bare;
    }

    @DeleteMapping(path = Keys.PATH + "/draft", produces = "application/json")
    TemplateResponse discard(
            Caller caller, @PathVariable String step, @PathVariable String language, @PathVariable String channel) {
        return answered(
                edit.discard(Keys.of(caller, step, language, channel)), caller, "a template's draft is discarded");
    }

    @PostMapping(path = Keys.PATH + "/approval", consumes = "application/json", produces = "application/json")
    TemplateResponse approve(
            Caller caller,
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @RequestBody ApprovalRequest request) {
        TemplateKey key = Keys.of(caller, step, language, channel);
        FieldErrors errors = new FieldErrors();
        Integer revision = request.revision();
        if (revision == null) {
            errors.add("revision", "required");
        }
        errors.throwIfAny();
        Outcome outcome = edit.approve(
                key, revision == null ? 0 : revision, new EditTemplates.Person(caller.id(), caller.name()));
        remembered.forget(caller.officeId());
        return answered(outcome, caller, "a template is approved");
    }

    private TemplateResponse answered(Outcome outcome, Caller caller, String what) {
        return switch (outcome) {
            case Outcome.Done done -> {
                audit.atInfo()
                        .addKeyValue("who", caller.id())
                        .addKeyValue("template", done.template().key().id())
                        .addKeyValue("revision", done.template().revision())
                        .log(what);
                yield TemplateResponse.of(
                        done.template(), edit.builtIn(done.template().key()).orElse(null), caller.id());
            }
            case Outcome.Faulty faulty -> {
                FieldErrors errors = new FieldErrors();
                faulty.faults().forEach(fault -> Faults.add(fault, errors));
                errors.throwIfAny();
                throw new IllegalStateException("faulty without a fault");
            }
            case Outcome.NoDraft none -> throw new ProblemException(NO_DRAFT);
            case Outcome.DraftChanged changed -> throw new ProblemException(CHANGED);
            case Outcome.SamePerson same -> throw new ProblemException(SAME_PERSON);
        };
    }
}
