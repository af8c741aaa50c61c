package kr.minwon.outbox;

/**
 * Where the events of a collection go.
 *
 * @param topic such as {@code minwon.complaint}
 * @param source {@code ce_source}, such as {@code /minwon/complaint-service}
 * @param subjectPrefix what comes before the document's id in {@code ce_subject}, such as {@code complaint}
 * @param sequenced whether bodies carry {@code sequence}; notification's carry a rank of their own instead
 */
public record EventSource(String topic, String source, String subjectPrefix, boolean sequenced) {
    String subject(String id) {
        return subjectPrefix + "/" + id;
    }
}
