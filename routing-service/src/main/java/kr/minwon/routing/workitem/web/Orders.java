package kr.minwon.routing.workitem.web;

import kr.minwon.idempotency.IdempotencyKeys;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Order;
import kr.minwon.routing.workitem.StaffMember;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/** Reads who asks for what, and under which {@code Idempotency-Key}. */
final class Orders {
    static final String KEY = IdempotencyKeys.HEADER;

    private Orders() {}

    /**
     * The order of a request.
     *
     * @param key null when the sender gave none
     * @param content the command and all that was said with it
     */
    static Order of(Caller caller, String receiptNumber, @Nullable String key, @Nullable String... content) {
        return new Order(
                caller.officeId(),
                receiptNumber,
                staff(caller),
                IdempotencyKeys.mark(caller, receiptNumber, key, content));
    }

    static StaffMember staff(Caller caller) {
        String name = caller.name().isBlank() ? caller.id() : caller.name();
        return new StaffMember(
                new Officer(caller.id(), name),
                caller.departments(),
                caller.role() == Role.LEAD,
                caller.role() == Role.INTAKE || caller.role() == Role.ADMIN);
    }
}
