package kr.minwon.outbox;

import org.bson.Document;

/**
 * An aggregate as it was read.
 *
 * @param id the document's {@code _id}
 * @param version what a compare-and-set compares
 * @param aggregate the state
 * @param document the raw document it came from
 */
public record Stored<A>(String id, long version, A aggregate, Document document) {}
