package kr.minwon.notification.template.web;

import kr.minwon.notification.message.Channel;
import kr.minwon.notification.message.Step;
import kr.minwon.notification.template.TemplateKey;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;

/** Which template an address names. */
final class Keys {
    static final String PATH = "/api/v1/staff/templates/{step}/{language}/{channel}";

    private static final ProblemType NO_SUCH = new ProblemType("no-such-template", 404);

    private Keys() {}

    /** Of the caller's office. */
    static TemplateKey of(Caller caller, String step, String language, String channel) {
        try {
            return new TemplateKey(caller.officeId(), named(step), language, Channel.ofWireName(channel));
        } catch (IllegalArgumentException none) {
            throw new ProblemException(NO_SUCH);
        }
    }

    private static Step named(String step) {
        Step found = Step.ofWireName(step);
        if (!found.wireName().equals(step)) {
            throw new IllegalArgumentException("not as it is written");
        }
        return found;
    }

    static ProblemException noSuch() {
        return new ProblemException(NO_SUCH);
    }
}
