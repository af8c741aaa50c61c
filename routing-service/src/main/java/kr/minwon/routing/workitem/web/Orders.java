package kr.minwon.routing.workitem.web;

import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import kr.minwon.problems.ProblemException;
import kr.minwon.routing.workitem.Officer;
import kr.minwon.routing.workitem.Order;
import kr.minwon.routing.workitem.RequestMark;
import kr.minwon.routing.workitem.StaffMember;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;

/** Reads who asks for what, and under which {@code Idempotency-Key}; keys are scoped to the API key or session. */
final class Orders {
    static final String KEY = "Idempotency-Key";
    private static final int LONGEST_KEY = 200;
    private static final Pattern KEYS = Pattern.compile("[!-~]{1," + LONGEST_KEY + "}");

    private Orders() {}

    /**
     * The order of a request.
     *
     * @param key null when the sender gave none
     * @param content the command and all that was said with it
     */
    static Order of(Caller caller, String receiptNumber, @Nullable String key, @Nullable String... content) {
        return new Order(caller.officeId(), receiptNumber, staff(caller), mark(caller, receiptNumber, key, content));
    }

    private static @Nullable RequestMark mark(
            Caller caller, String receiptNumber, @Nullable String key, @Nullable String... content) {
        if (key == null) {
            return null;
        }
        if (!KEYS.matcher(key).matches()) {
            throw new ProblemException(WorkItemProblems.KEY_MALFORMED, LONGEST_KEY);
        }
        String scope = caller.idempotencyScope() + "\n" + receiptNumber;
        return RequestMark.of(
                scope,
                key,
                Arrays.stream(content)
                        .map(part -> Objects.requireNonNullElse(part, ""))
                        .toList());
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
