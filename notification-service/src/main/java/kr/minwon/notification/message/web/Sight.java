package kr.minwon.notification.message.web;

import java.util.Map;
import java.util.stream.Stream;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Digest;
import kr.minwon.notification.message.Message;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/** Whose texts are whose: operators watch the deliveries of the whole office; others see their department's, and what is nobody's yet. */
record Sight(Cases cases) {
    boolean maySee(Caller caller, Message message) {
        return maySee(caller, message, cases.all(casesOf(message).toList()));
    }

    /** Of a text that tells of several cases, all have to be theirs. */
    static boolean maySee(Caller caller, Message message, Map<String, CaseRecord> about) {
        return casesOf(message).allMatch(id -> maySee(caller, about.get(id)));
    }

    /** The ids of the cases that it tells of. */
    static Stream<String> casesOf(Message message) {
        return message.about() instanceof Digest digest
                ? digest.complaintIds().stream()
                : Stream.of(message.ofCase().complaintId());
    }

    static boolean maySee(Caller caller, @Nullable CaseRecord one) {
        return caller.role() == Role.OPERATOR
                || caller.role().seesWholeOffice()
                || (one != null && one.isSeenFrom(caller::mayAct));
    }
}
