package kr.minwon.complaint.photo;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Photos of a test. */
public final class InMemoryPhotos implements Photos {
    public final Map<String, Photo> all = new LinkedHashMap<>();
    public final Map<String, Photo> loose = new LinkedHashMap<>();

    @Override
    public void insert(Photo photo) {
        all.put(photo.id(), photo);
        loose.put(photo.id(), photo);
    }

    @Override
    public Optional<Photo> find(String id) {
        return Optional.ofNullable(all.get(id));
    }

    @Override
    public List<Loose> looseBefore(Instant moment, int most) {
        return loose.values().stream()
                .filter(photo -> photo.storedAt().isBefore(moment))
                .limit(most)
                .map(photo -> new Loose(photo.id(), photo.complaintId()))
                .toList();
    }

    @Override
    public void settle(List<String> ids) {
        ids.forEach(loose::remove);
    }

    @Override
    public void delete(List<String> ids) {
        ids.forEach(all::remove);
        ids.forEach(loose::remove);
    }
}
