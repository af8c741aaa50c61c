package kr.minwon.notification.template;

import java.time.Instant;
import kr.minwon.notification.message.Template;

/**
 * A version that residents are told, or were.
 *
 * @param number from 1
 * @param draft as it was drafted
 * @param by the id of the second person
 * @param byName what colleagues call them
 * @param at from when on
 */
public record Approved(int number, Draft draft, String by, String byName, Instant at) {
    /** As messages are made from it. */
    public Template template(TemplateKey key) {
        return new Template(
                key.officeId(),
                key.step(),
                key.language(),
                key.channel(),
                key.version(number),
                draft.text(),
                draft.code());
    }

    /** Who and when, without the text. */
    Past past() {
        return new Past(number, draft.byName(), byName, at);
    }

    /**
     * A version in a history.
     *
     * @param draftedBy the name of who drafted it
     * @param approvedBy the name of who approved it
     */
    public record Past(int number, String draftedBy, String approvedBy, Instant at) {}
}
