package kr.minwon.routing.workitem;

import kr.minwon.idempotency.RequestMark;
import org.jspecify.annotations.Nullable;

/**
 * Somebody asks for something to be done with an item.
 *
 * @param request recognises the same request sent again; null when its sender gave no key
 */
public record Order(
        String officeId,
        String receiptNumber,
        StaffMember by,
        @Nullable RequestMark request) {}
