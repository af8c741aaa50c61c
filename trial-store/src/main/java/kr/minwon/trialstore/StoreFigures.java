package kr.minwon.trialstore;

/**
 * What the store has done since it was opened.
 *
 * @param commands commands answered
 * @param writes write commands answered and, where a directory is kept, journaled
 * @param scans finds, counts, updates and deletes that no index served
 * @param scanVisits documents looked at by those scans
 * @param indexVisits documents looked at by index-served commands
 * @param largestKeyVisit the most documents a single look-up by {@code _id} or by a unique key has visited per key; never over 1
 * @param journalBytes length of the journal on disk; 0 in memory
 */
public record StoreFigures(
        long commands,
        long writes,
        long scans,
        long scanVisits,
        long indexVisits,
        long largestKeyVisit,
        long journalBytes) {}
