package kr.minwon.complaint.complaint;

import java.util.ArrayList;
import java.util.List;

/**
 * The resident's texts that a case has taken, so that one that is told again does nothing. The latest
 * {@value #MOST} are kept; since keys begin with the moment of their text, whatever lies before the first of a full list
 * was taken too.
 *
 * @param keys in order
 */
public record TakenTexts(List<String> keys) {
    /** None yet. */
    public static final TakenTexts NONE = new TakenTexts(List.of());

    private static final int MOST = 100;

    public TakenTexts {
        keys = List.copyOf(keys);
    }

    boolean has(String key) {
        return keys.contains(key) || (keys.size() == MOST && key.compareTo(keys.getFirst()) < 0);
    }

    TakenTexts plus(String key) {
        List<String> more = new ArrayList<>(keys);
        more.add(key);
        more.sort(null);
        return new TakenTexts(more.subList(Math.max(0, more.size() - MOST), more.size()));
    }
}
