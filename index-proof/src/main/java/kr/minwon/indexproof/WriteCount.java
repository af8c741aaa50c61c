package kr.minwon.indexproof;

/**
 * Writes since the start or the last reset.
 *
 * @param commands insert, update, delete and findAndModify commands
 * @param documents the single writes in them: a bulk of three updates is one command and three documents
 */
public record WriteCount(long commands, long documents) {

    /** What was written after an earlier mark. */
    public WriteCount since(WriteCount mark) {
        return new WriteCount(commands - mark.commands, documents - mark.documents);
    }
}
