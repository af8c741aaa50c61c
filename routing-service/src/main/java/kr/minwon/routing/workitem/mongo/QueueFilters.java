package kr.minwon.routing.workitem.mongo;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static kr.minwon.routing.workitem.mongo.WorkItemDocuments.order;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import kr.minwon.routing.workitem.QueueQuery;
import kr.minwon.routing.workitem.QueueView;
import org.bson.conversions.Bson;

/** The filter and sort of each view: equal fields, then one range, as {@link WorkItemIndexes} has them. */
final class QueueFilters {
    private QueueFilters() {}

    static Bson filter(QueueQuery query) {
        List<Bson> filters = new ArrayList<>();
        filters.add(eq("officeId", query.officeId()));
        filters.add(eq(WorkItemDocuments.QUEUE, state(query.view())));
        if (query.departmentId() != null) {
            filters.add(eq("departmentId", query.departmentId()));
        }
        if (query.view() == QueueView.UNASSIGNED) {
            filters.add(eq("officerId", WorkItemDocuments.NOBODY));
        } else if (query.view() == QueueView.MINE) {
            filters.add(eq("officerId", query.officerId()));
        } else if (query.view() == QueueView.APPROVAL) {
            filters.add(eq(WorkItemDocuments.APPROVAL, true));
        }
        range(query, filters);
        return Filters.and(filters);
    }

    private static String state(QueueView view) {
        return switch (view) {
            case UNASSIGNED, MINE, APPROVAL, DUE_SOON, OVERDUE -> WorkItemDocuments.OPEN;
            case FILED -> WorkItemDocuments.FILED;
            case WAITING -> WorkItemDocuments.WAITING;
            case DONE -> WorkItemDocuments.CLOSED;
        };
    }

    private static void range(QueueQuery query, List<Bson> filters) {
        String after = query.after();
        String now = order(query.now());
        if (query.view() == QueueView.OVERDUE) {
            filters.add(lt(WorkItemDocuments.ORDER, now));
        } else if (query.view() == QueueView.DUE_SOON) {
            filters.add(lt(WorkItemDocuments.ORDER, order(query.soon().plusMillis(1))));
            if (after == null || after.compareTo(now) < 0) {
                filters.add(gte(WorkItemDocuments.ORDER, now));
                return;
            }
        }
        if (after != null) {
            filters.add(
                    query.view() == QueueView.DONE
                            ? lt(WorkItemDocuments.ORDER, after)
                            : gt(WorkItemDocuments.ORDER, after));
        }
    }

    static Bson sort(QueueView view) {
        return view == QueueView.DONE
                ? Sorts.descending(WorkItemDocuments.ORDER)
                : Sorts.ascending(WorkItemDocuments.ORDER);
    }
}
