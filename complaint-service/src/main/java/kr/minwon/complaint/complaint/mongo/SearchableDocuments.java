package kr.minwon.complaint.complaint.mongo;

import java.util.List;
import kr.minwon.outbox.DocumentMapping;
import org.bson.Document;

/** A complaint and its words as a document and back. */
final class SearchableDocuments implements DocumentMapping<SearchableComplaint> {
    /** What a case is found by; an index holds an entry for each. */
    static final String WORDS = "words";

    static final String WORDS_VERSION = "wordsVersion";

    private final ComplaintDocuments complaints = new ComplaintDocuments();

    @Override
    public SearchableComplaint read(Document document) {
        return new SearchableComplaint(
                complaints.read(document),
                document.getList(WORDS, String.class, List.of()),
                document.getInteger(WORDS_VERSION, 0));
    }

    @Override
    public Document write(SearchableComplaint searchable) {
        Document document = complaints.write(searchable.complaint());
        if (searchable.version() > 0) {
            document.append(WORDS, searchable.words()).append(WORDS_VERSION, searchable.version());
        }
        return document;
    }
}
