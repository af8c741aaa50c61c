package kr.minwon.notification.staffnotice.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import kr.minwon.notification.staffnotice.NoticeList;
import kr.minwon.notification.staffnotice.NoticeReaders;
import kr.minwon.notification.staffnotice.StaffNotices;
import kr.minwon.problems.FieldErrors;
import kr.minwon.problems.ProblemException;
import kr.minwon.problems.ProblemType;
import kr.minwon.signedcalls.Caller;
import kr.minwon.signedcalls.Role;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What staff are reminded of. An officer sees their own cases and what nobody of their department has taken, a lead the
 * department's, the 민원실 and administrators the office's; how far somebody has read is their own affair.
 */
@RestController
@RequestMapping("/api/v1/staff/notices")
class StaffNoticesController {
    private static final ProblemType NO_PAGE = new ProblemType("no-such-list-page", 400);
    private static final Pattern KEY = Pattern.compile(
            "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}\\+09:00/[0-9a-f-]{36}/[A-Za-z]{1,20}\\.\\d{1,9}");
    private static final int MOST = 100;
    /** A count of so many stands for so many or more. */
    private static final int MOST_COUNTED = 100;

    private final StaffNotices notices;
    private final NoticeReaders readers;

    StaffNoticesController(StaffNotices notices, NoticeReaders readers) {
        this.notices = notices;
        this.readers = readers;
    }

    /** @param next cursor of the next page; null at the end */
    record PageResponse(
            List<StaffNoticeResponse> items, @Nullable String next) {}

    /**
     * How many are new to the caller.
     *
     * @param most a number as large stands for so many or more
     */
    record CountResponse(int unseen, int most) {}

    /** @param upTo the key of the latest notice that was looked at, so that what came since stays new */
    record SeenRequest(@Nullable String upTo) {}

    @GetMapping(produces = "application/json")
    PageResponse list(
            Caller caller,
            @RequestParam(required = false) @Nullable String departmentId,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        if (limit < 1 || limit > MOST || (cursor != null && !KEY.matcher(cursor).matches())) {
            throw new ProblemException(NO_PAGE, MOST);
        }
        StaffNotices.Page page = notices.page(lists(caller, departmentId), cursor, limit);
        String seen = readers.seenUpTo(caller.officeId(), caller.id());
        return new PageResponse(
                page.items().stream()
                        .map(notice -> StaffNoticeResponse.of(notice, seen))
                        .toList(),
                page.next());
    }

    @GetMapping(path = "/count", produces = "application/json")
    CountResponse count(Caller caller) {
        return unseen(caller);
    }

    /** All that were looked at are seen; the same again does nothing, and what was seen stays so. */
    @PostMapping(path = "/seen", consumes = "application/json", produces = "application/json")
    CountResponse seen(Caller caller, @RequestBody SeenRequest request) {
        String upTo = request.upTo();
        if (upTo == null || !KEY.matcher(upTo).matches()) {
            FieldErrors errors = new FieldErrors();
            errors.add("upTo", upTo == null ? "required" : "no-notice").throwIfAny();
            throw new IllegalStateException("an error was noted");
        }
        readers.seen(caller.officeId(), caller.id(), upTo);
        return unseen(caller);
    }

    private CountResponse unseen(Caller caller) {
        String seen = readers.seenUpTo(caller.officeId(), caller.id());
        return new CountResponse(notices.after(lists(caller, null), seen, MOST_COUNTED), MOST_COUNTED);
    }

    /** In which lists the caller looks; nobody looks in another department's. */
    private static Set<NoticeList> lists(Caller caller, @Nullable String departmentId) {
        if (departmentId != null && !caller.mayAct(departmentId)) {
            throw new ProblemException(ProblemType.OTHER_DEPARTMENT);
        }
        String office = caller.officeId();
        if (caller.role().seesWholeOffice() && departmentId == null) {
            return Set.of(NoticeList.ofOffice(office));
        }
        Set<String> departments = departmentId == null ? new TreeSet<>(caller.departments()) : Set.of(departmentId);
        boolean own = caller.role() == Role.OFFICER;
        return departments.stream()
                .flatMap(department -> own
                        ? Stream.of(
                                NoticeList.untaken(office, department),
                                NoticeList.ofOfficer(office, department, caller.id()))
                        : Stream.of(NoticeList.ofDepartment(office, department)))
                .collect(Collectors.toUnmodifiableSet());
    }
}
