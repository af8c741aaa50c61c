package kr.minwon.notification.staffnotice;

import org.jspecify.annotations.Nullable;

/** How far each member of staff has read. */
public interface NoticeReaders {
    /** The key of the last notice that somebody has seen; null when they have seen none. */
    @Nullable
    String seenUpTo(String officeId, String readerId);

    /** They have seen everything up to a key; what they had seen before stays seen. */
    void seen(String officeId, String readerId, String key);
}
