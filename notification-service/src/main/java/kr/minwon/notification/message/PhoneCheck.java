package kr.minwon.notification.message;

/**
 * A phone that is being verified, or that shows its owner a template; its one text carries the code, or the test. Nobody
 * else is told of such a text, and its words are kept sealed.
 *
 * @param id the verification's or the test's
 * @param officeId the office (tenant)
 */
public record PhoneCheck(String id, String officeId) implements Subject {
    public PhoneCheck {
        if (id.isBlank() || officeId.isBlank()) {
            throw new IllegalArgumentException("a verification has an id and an office");
        }
    }
}
