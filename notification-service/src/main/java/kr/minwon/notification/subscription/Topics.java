package kr.minwon.notification.subscription;

import java.util.List;
import java.util.Optional;

/** The topics and 동 that residents choose from. */
public final class Topics {
    private static final String ANY = "*";

    private final List<Topic> topics;
    private final List<Dong> dongs;

    public Topics(List<Topic> topics, List<Dong> dongs) {
        this.topics = List.copyOf(topics);
        this.dongs = List.copyOf(dongs);
    }

    /** Those of an office, in the order in which they are shown. */
    public List<Topic> of(String officeId) {
        return topics.stream()
                .filter(one -> one.office().equals(ANY) || one.office().equals(officeId))
                .toList();
    }

    /** The 동 of an office, in the order in which they are shown. */
    public List<Dong> dongsOf(String officeId) {
        return dongs.stream().filter(one -> one.office().equals(officeId)).toList();
    }

    /** A topic of an office. */
    public Optional<Topic> find(String officeId, String topicId) {
        return of(officeId).stream().filter(one -> one.id().equals(topicId)).findFirst();
    }

    /** Whether all of these are 동 of the office. */
    public boolean areDongsOf(String officeId, List<String> ids) {
        return dongsOf(officeId).stream().map(Dong::id).toList().containsAll(ids);
    }
}
