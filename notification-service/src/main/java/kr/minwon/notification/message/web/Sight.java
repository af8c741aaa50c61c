package kr.minwon.notification.message.web;

import java.util.List;
import kr.minwon.notification.message.CaseRecord;
import kr.minwon.notification.message.Cases;
import kr.minwon.notification.message.Message;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/** Whose texts are whose: operators watch the deliveries of the whole office; others see their department's. */
record Sight(Cases cases) {
    boolean maySee(Caller caller, Message message) {
        String complaintId = message.ofCase().complaintId();
        return maySee(caller, cases.all(List.of(complaintId)).get(complaintId));
    }

    static boolean maySee(Caller caller, @Nullable CaseRecord one) {
        String department = one == null ? null : one.departmentId();
        return caller.role() == Role.OPERATOR
                || caller.role().seesWholeOffice()
                || (department != null && caller.mayAct(department));
    }
}
