package kr.minwon.phonesimulator.fault;

/**
 * What the faults in force do to one submit.
 *
 * @param rejectStatus the command_status to reject it with; 0 accepts it
 * @param unanswered accepted, but never answered
 */
public record Verdict(int rejectStatus, boolean unanswered) {

    static final Verdict ACCEPT = new Verdict(0, false);

    static Verdict reject(int status) {
        return new Verdict(status, false);
    }
}
