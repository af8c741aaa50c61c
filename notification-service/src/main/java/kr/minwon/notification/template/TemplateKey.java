package kr.minwon.notification.template;

import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Spoken;
import kr.minwon.notification.message.Step;

/**
 * Which text of an office.
 *
 * @param language such as {@code ko}
 */
public record TemplateKey(String officeId, Step step, String language, Channel channel) {
    public TemplateKey {
        if (step == Step.CODE && channel == Channel.ALIMTALK) {
            throw new IllegalArgumentException("a code goes by SMS");
        }
        if (officeId.isBlank() || !step.hasTemplate() || !Spoken.LANGUAGES.contains(language)) {
            throw new IllegalArgumentException(
                    "a template is of an office, a step whose words are one, and a language that texts are in");
        }
    }

    /** The one and only id of its document. */
    public String id() {
        return officeId + "/" + name('/');
    }

    /** What messages made from its n-th version are pinned to, such as {@code received-ko-sms-v2}. */
    public String version(int number) {
        return name('-') + "-v" + number;
    }

    private String name(char between) {
        return step.wireName() + between + language + between + channel.wireName();
    }
}
