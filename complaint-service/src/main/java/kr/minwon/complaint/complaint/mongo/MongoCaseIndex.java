package kr.minwon.complaint.complaint.mongo;

import static kr.minwon.complaint.complaint.mongo.SearchableDocuments.WORDS;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import kr.minwon.complaint.complaint.CaseIndex;
import kr.minwon.complaint.complaint.Complaint;
import kr.minwon.complaint.complaint.ComplaintId;
import kr.minwon.complaint.complaint.Limits;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

/**
 * Cases by their words, in the order of their ids, which begin with the moment of filing.
 *
 * <p>An index answers one word. Of several the one whose latest case is the oldest is likely the rarest: its cases are read,
 * a bounded number at a time, and those that hold the others are kept.
 */
final class MongoCaseIndex implements CaseIndex {
    private final MongoCollection<Document> raw;
    private final MongoComplaints complaints;
    private final CatchUp catchUp;

    MongoCaseIndex(MongoCollection<Document> raw, MongoComplaints complaints, CatchUp catchUp) {
        this.raw = raw;
        this.complaints = complaints;
        this.catchUp = catchUp;
    }

    @Override
    public Page find(Scope scope, SequencedSet<String> words, @Nullable ComplaintId before, int most) {
        Set<String> departments = scope.departments();
        if (departments != null && departments.isEmpty()) {
            return new Page(List.of(), null);
        }
        Optional<String> rarest = rarest(scope, words, before);
        if (rarest.isEmpty()) {
            return new Page(List.of(), null);
        }
        int step = words.size() == 1 ? most + 1 : Limits.SEARCH_STEP;
        List<Document> seen = raw.find(holding(scope, rarest.get(), before))
                .sort(Sorts.descending("_id"))
                .limit(step)
                .projection(Projections.include(WORDS))
                .into(new ArrayList<>());
        List<String> matches = seen.stream()
                .filter(one -> Set.copyOf(one.getList(WORDS, String.class)).containsAll(words))
                .map(one -> Documents.text(one, "_id"))
                .limit(most + 1L)
                .toList();
        if (matches.size() > most) {
            List<String> page = matches.subList(0, most);
            return new Page(read(page), new ComplaintId(page.getLast()));
        }
        return new Page(
                read(matches), seen.size() == step ? new ComplaintId(Documents.text(seen.getLast(), "_id")) : null);
    }

    /** The word that nothing recent has; empty when one of them is in no case at all. */
    private Optional<String> rarest(Scope scope, SequencedSet<String> words, @Nullable ComplaintId before) {
        if (words.size() == 1) {
            return Optional.of(words.getFirst());
        }
        String rarest = words.getFirst();
        String oldest = null;
        for (String word : words) {
            Document latest = raw.find(holding(scope, word, before))
                    .sort(Sorts.descending("_id"))
                    .limit(1)
                    .projection(Projections.include("_id"))
                    .first();
            if (latest == null) {
                return Optional.empty();
            }
            String id = Documents.text(latest, "_id");
            if (oldest == null || id.compareTo(oldest) < 0) {
                oldest = id;
                rarest = word;
            }
        }
        return Optional.of(rarest);
    }

    private static Bson holding(Scope scope, String word, @Nullable ComplaintId before) {
        List<Bson> all = new ArrayList<>();
        all.add(Filters.eq("officeId", scope.officeId()));
        Set<String> departments = scope.departments();
        if (departments != null) {
            List<Bson> each = departments.stream()
                    .sorted()
                    .map(department -> Filters.eq("department.id", department))
                    .toList();
            all.add(each.size() == 1 ? each.getFirst() : Filters.or(each));
        }
        all.add(Filters.eq(WORDS, word));
        if (before != null) {
            all.add(Filters.lt("_id", before.value()));
        }
        return Filters.and(all);
    }

    private List<Complaint> read(List<String> ids) {
        return complaints.all(ids).stream()
                .sorted(Comparator.comparing((Complaint one) -> one.id().value())
                        .reversed())
                .toList();
    }

    @Override
    public boolean catchUp(int most) {
        return catchUp.more(most);
    }
}
