package kr.minwon.notification.template.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import kr.minwon.notification.message.AlimtalkProfiles;
import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.template.EditTemplates;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.signedcalls.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** What residents are told, for staff to read: every step, one template, one of its versions. */
@RestController
class TemplatesController {
    private final EditTemplates edit;
    private final AlimtalkProfiles profiles;

    TemplatesController(EditTemplates edit, AlimtalkProfiles profiles) {
        this.edit = edit;
        this.profiles = profiles;
    }

    /** @param alimtalk whether the office has a KakaoTalk channel here, without which 알림톡 is not tried */
    record ListResponse(List<TemplateResponse> items, boolean alimtalk) {}

    /** What a version said. */
    record VersionResponse(
            String version,
            String step,
            String language,
            String channel,
            String text,
            @Nullable String code) {}

    @GetMapping(path = "/api/v1/staff/templates", produces = "application/json")
    ListResponse list(Caller caller) {
        Map<TemplateKey, OfficeTemplate> own = edit.ofOffice(caller.officeId()).stream()
                .collect(Collectors.toMap(OfficeTemplate::key, Function.identity()));
        boolean alimtalk = profiles.has(caller.officeId());
        List<TemplateResponse> items = new ArrayList<>();
        for (Step step : Arrays.stream(Step.values()).filter(Step::hasTemplate).toList()) {
            for (String language : Spoken.LANGUAGES) {
                for (Channel channel : channels(step)) {
                    TemplateKey key = new TemplateKey(caller.officeId(), step, language, channel);
                    OfficeTemplate there = own.get(key);
                    if (there != null || channel == Channel.SMS || alimtalk) {
                        items.add(response(there == null ? edit.unwritten(key) : there, caller));
                    }
                }
            }
        }
        return new ListResponse(items, alimtalk);
    }

    private static List<Channel> channels(Step step) {
        return step == Step.CODE ? List.of(Channel.SMS) : List.of(Channel.values());
    }

    @GetMapping(path = Keys.PATH, produces = "application/json")
    TemplateResponse one(
            Caller caller, @PathVariable String step, @PathVariable String language, @PathVariable String channel) {
        return response(edit.of(Keys.of(caller, step, language, channel)), caller);
    }

    @GetMapping(path = Keys.PATH + "/versions/{version}", produces = "application/json")
    VersionResponse version(
            Caller caller,
            @PathVariable String step,
            @PathVariable String language,
            @PathVariable String channel,
            @PathVariable String version) {
        Template found =
                edit.version(Keys.of(caller, step, language, channel), version).orElseThrow(Keys::noSuch);
        return new VersionResponse(found.version(), step, language, channel, found.text(), found.code());
    }

    private TemplateResponse response(OfficeTemplate template, Caller caller) {
        return TemplateResponse.of(template, edit.builtIn(template.key()).orElse(null), caller.id());
    }
}
