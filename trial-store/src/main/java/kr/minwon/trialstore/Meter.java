package kr.minwon.trialstore;

import java.util.concurrent.atomic.LongAccumulator;
import java.util.concurrent.atomic.LongAdder;

/** Counts what commands did. */
final class Meter {

    private final LongAdder commands = new LongAdder();
    private final LongAdder writes = new LongAdder();
    private final LongAdder scans = new LongAdder();
    private final LongAdder scanVisits = new LongAdder();
    private final LongAdder indexVisits = new LongAdder();
    private final LongAccumulator largestKeyVisit = new LongAccumulator(Long::max, 0);

    void command() {
        commands.increment();
    }

    void write() {
        writes.increment();
    }

    void scanned(long visits) {
        scans.increment();
        scanVisits.add(visits);
    }

    void readIndex(long visits) {
        indexVisits.add(visits);
    }

    void lookedUp(int keys, long visits) {
        indexVisits.add(visits);
        largestKeyVisit.accumulate(keys == 0 ? visits : (visits + keys - 1) / keys);
    }

    StoreFigures figures(long journalBytes) {
        return new StoreFigures(
                commands.sum(),
                writes.sum(),
                scans.sum(),
                scanVisits.sum(),
                indexVisits.sum(),
                largestKeyVisit.get(),
                journalBytes);
    }
}
