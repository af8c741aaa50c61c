package kr.minwon.gateway.pages.staff;

import java.util.List;
import java.util.Objects;
import kr.minwon.gateway.clients.MailingApi;
import kr.minwon.gateway.pages.RequestKeys;
import org.jspecify.annotations.Nullable;

/**
 * A mailing as it was typed.
 *
 * @param area {@code some} when only some 동 are meant
 * @param subject of an LMS; empty for none
 * @param sendAt Seoul time; empty for as soon as it is approved
 * @param key by which a form that is sent twice is one mailing
 * @param revision the one that was looked at, when it is written anew
 */
record MailingForm(
        @Nullable String topic,
        @Nullable String area,
        @Nullable List<String> dong,
        @Nullable String subject,
        @Nullable String text,
        @Nullable Boolean advertising,
        @Nullable String sendAt,
        @Nullable String key,
        @Nullable Integer revision) {
    MailingForm {
        key = RequestKeys.orNext(key);
    }

    static MailingForm empty() {
        return new MailingForm(null, "all", List.of(), "", "", false, null, null, null);
    }

    static MailingForm of(MailingApi.Mailing mailing) {
        String sendAt = mailing.sendAt();
        return new MailingForm(
                mailing.topic(),
                mailing.dongs().isEmpty() ? "all" : "some",
                mailing.dongs(),
                mailing.subject(),
                mailing.text(),
                mailing.advertising(),
                // As far as the field for a moment shows it.
                sendAt == null ? null : sendAt.substring(0, "2026-11-30T16:30".length()),
                null,
                mailing.revision());
    }

    MailingForm underANewKey() {
        return new MailingForm(topic, area, dong, subject, text, advertising, sendAt, null, revision);
    }

    public boolean isSome() {
        return "some".equals(area);
    }

    public boolean has(String dongId) {
        return dongs().contains(dongId);
    }

    private List<String> dongs() {
        return isSome() ? Objects.requireNonNullElse(dong, List.of()) : List.of();
    }

    /** Some 동 are meant, and none is chosen. */
    boolean lacksDong() {
        return isSome() && dongs().isEmpty();
    }

    MailingApi.Letter letter() {
        return new MailingApi.Letter(topic, dongs(), subject, text, Boolean.TRUE.equals(advertising), sendAt, revision);
    }
}
