package kr.minwon.notification.digest;

import java.util.List;
import kr.minwon.notification.message.Message;
import org.jspecify.annotations.Nullable;

/**
 * A merge that has begun and is not done. It names each notice with the version at which it may join: one that has moved on
 * since, in whatever way, goes by itself. So whoever ends a merge knows that nobody can join it any more, even one that
 * began it and stood still for an hour.
 *
 * @param id whose notices and until when they were held, so that two instances begin one merge and not two
 * @param digestId of the text that is made of them, a random one
 * @param previous the message that has to go before that text; null for none
 * @param members in the order in which they are told
 */
public record Merge(String id, String digestId, @Nullable String previous, List<Member> members) {
    public Merge {
        members = List.copyOf(members);
    }

    /** A notice as it may join. */
    public record Member(String messageId, long version) {
        static Member of(Message notice) {
            return new Member(notice.id(), notice.version());
        }

        boolean is(Message notice) {
            return notice.id().equals(messageId) && notice.version() == version;
        }
    }
}
