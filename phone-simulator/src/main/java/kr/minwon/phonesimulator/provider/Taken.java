package kr.minwon.phonesimulator.provider;

/**
 * What became of a text.
 *
 * @param throttled not taken, because there were too many
 * @param unanswered taken, and by a fault on demand not answered
 */
record Taken(Reply reply, boolean throttled, boolean unanswered) {

    static Taken answered(Reply reply) {
        return new Taken(reply, false, false);
    }
}
