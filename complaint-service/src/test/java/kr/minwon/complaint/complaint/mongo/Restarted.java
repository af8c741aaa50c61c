package kr.minwon.complaint.complaint.mongo;

import com.mongodb.client.MongoDatabase;
import kr.minwon.complaint.complaint.CaseIndex;
import kr.minwon.complaint.complaint.Complaints;

/** What a start of the service makes anew. */
public final class Restarted {
    private Restarted() {}

    public static CaseIndex caseIndex(MongoDatabase database, Complaints complaints) {
        return new ComplaintStoreConfiguration().caseIndex(database, (MongoComplaints) complaints);
    }
}
