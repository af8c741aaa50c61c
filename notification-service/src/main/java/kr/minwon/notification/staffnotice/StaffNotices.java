package kr.minwon.notification.staffnotice;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The notices of staff, kept. */
public interface StaffNotices {
    /** Lists a notice; one that is there already stays as it is, also when it was settled. */
    void add(StaffNotice notice);

    /** Those of a case that are listed. */
    List<StaffNotice> listedOf(String complaintId);

    /** They are listed no more; what was settled stays so. */
    void settle(Collection<String> ids);

    /**
     * Lists one where it belongs now, if it still stands where it was read; one that was settled meanwhile stays settled.
     *
     * @return false when somebody else was quicker
     */
    boolean move(StaffNotice read, StaffNotice moved);

    /** A page of what is listed in any of some lists, the latest first. */
    Page page(Collection<NoticeList> lists, @Nullable String cursor, int limit);

    /** How many are listed after a key; counts at most so many. */
    int after(Collection<NoticeList> lists, @Nullable String key, int most);

    /** Deletes notices that routing said before a moment, at most so many. */
    int deleteBefore(Instant moment, int most);

    /** @param next cursor of the next page; null at the end */
    record Page(List<StaffNotice> items, @Nullable String next) {}
}
