package kr.minwon.complaint.photo;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Every stored photo. A photo is loose until the sweep has seen the complaint that holds it. */
public interface Photos {
    /** A photo of which it is not known yet whether a complaint holds it. */
    record Loose(String id, String complaintId) {}

    void insert(Photo photo);

    Optional<Photo> find(String id);

    /** The photos that have been loose since before that moment, oldest first. */
    List<Loose> looseBefore(Instant moment, int most);

    /** These are held by their complaints. */
    void settle(List<String> ids);

    void delete(List<String> ids);
}
