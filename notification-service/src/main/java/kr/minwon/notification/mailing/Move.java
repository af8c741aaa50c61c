package kr.minwon.notification.mailing;

import java.util.EnumSet;
import java.util.Set;

/** What somebody, or time, does to a mailing. */
public enum Move {
    SUBMIT("submission", MailingState.SUBMITTED, EnumSet.of(MailingState.DRAFT)),
    /** Back to whoever wrote it. */
    RETURN("return", MailingState.DRAFT, EnumSet.of(MailingState.SUBMITTED, MailingState.APPROVED)),
    /** By a second person. */
    APPROVE("approval", MailingState.APPROVED, EnumSet.of(MailingState.SUBMITTED)),
    /** Its time has come. */
    START("start", MailingState.SENDING, EnumSet.of(MailingState.APPROVED)),
    PAUSE("pause", MailingState.PAUSED, EnumSet.of(MailingState.SENDING)),
    RESUME("resumption", MailingState.SENDING, EnumSet.of(MailingState.PAUSED)),
    CANCEL(
            "cancellation",
            MailingState.CANCELLED,
            EnumSet.of(
                    MailingState.DRAFT,
                    MailingState.SUBMITTED,
                    MailingState.APPROVED,
                    MailingState.SENDING,
                    MailingState.PAUSED)),
    /** Nothing of it waits any more. */
    FINISH("end", MailingState.DONE, EnumSet.of(MailingState.SENDING));

    private final String wireName;
    private final MailingState to;
    private final Set<MailingState> from;

    Move(String wireName, MailingState to, Set<MailingState> from) {
        this.wireName = wireName;
        this.to = to;
        this.from = from;
    }

    /** The name in addresses and documents, such as {@code approval}. */
    public String wireName() {
        return wireName;
    }

    /** Where it leads. */
    public MailingState to() {
        return to;
    }

    public boolean mayBeMadeFrom(MailingState state) {
        return from.contains(state);
    }
}
