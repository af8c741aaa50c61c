package kr.minwon.notification.template.web;

import java.util.List;
import kr.minwon.notification.message.SeoulTime;
import kr.minwon.notification.message.StepVariables;
import kr.minwon.notification.message.Template;
import kr.minwon.notification.template.Approved;
import kr.minwon.notification.template.Draft;
import kr.minwon.notification.template.OfficeTemplate;
import kr.minwon.notification.template.TemplateKey;
import org.jspecify.annotations.Nullable;

/**
 * A template as staff see it; times are ISO-8601 in Seoul.
 *
 * @param active what residents are told; null where there is none yet, as for 알림톡 at first
 * @param draft what waits for a second person
 * @param variables what its text may hold
 * @param history the office's versions before the active one, the latest first
 */
record TemplateResponse(
        String step,
        String language,
        String channel,
        @Nullable VersionPart active,
        @Nullable DraftPart draft,
        List<VariablePart> variables,
        List<PastPart> history) {

    /**
     * A version.
     *
     * @param version what messages are pinned to
     * @param builtIn whether it is the product's own
     * @param code by which Kakao knows it, for 알림톡
     * @param draftedBy by name; null for one of the product's
     */
    record VersionPart(
            String version,
            boolean builtIn,
            String text,
            @Nullable String code,
            @Nullable String draftedBy,
            @Nullable String approvedBy,
            @Nullable String approvedAt) {
        static VersionPart of(TemplateKey key, Approved version) {
            return new VersionPart(
                    key.version(version.number()),
                    false,
                    version.draft().text(),
                    version.draft().code(),
                    version.draft().byName(),
                    version.byName(),
                    SeoulTime.threeDigits(version.at()));
        }

        static VersionPart builtIn(Template template) {
            return new VersionPart(template.version(), true, template.text(), null, null, null, null);
        }
    }

    /** @param own whether the caller had a hand in it, and may therefore not approve it */
    record DraftPart(int revision, String text, @Nullable String code, String by, String at, boolean own) {
        static @Nullable DraftPart of(@Nullable Draft draft, boolean own) {
            return draft == null
                    ? null
                    : new DraftPart(
                            draft.revision(),
                            draft.text(),
                            draft.code(),
                            draft.byName(),
                            SeoulTime.threeDigits(draft.at()),
                            own);
        }
    }

    /** @param required whether a text without it is refused */
    record VariablePart(String name, String kind, boolean required, String example) {}

    record PastPart(String version, String draftedBy, String approvedBy, String approvedAt) {}

    /** @param builtIn what is told while the office has none of its own */
    static TemplateResponse of(OfficeTemplate template, @Nullable Template builtIn, String caller) {
        TemplateKey key = template.key();
        Approved active = template.active();
        return new TemplateResponse(
                key.step().wireName(),
                key.language(),
                key.channel().wireName(),
                active != null ? VersionPart.of(key, active) : builtIn == null ? null : VersionPart.builtIn(builtIn),
                DraftPart.of(template.draft(), template.isBy(caller)),
                StepVariables.known(key.step()).stream()
                        .map(one -> new VariablePart(
                                one.wireName(),
                                one.kind().wireName(),
                                StepVariables.required(key.step()).contains(one),
                                one.example(key.language())))
                        .toList(),
                template.history().stream()
                        .map(past -> new PastPart(
                                key.version(past.number()),
                                past.draftedBy(),
                                past.approvedBy(),
                                SeoulTime.threeDigits(past.at())))
                        .toList());
    }
}
