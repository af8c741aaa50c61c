package kr.minwon.complaint.complaint;

import java.util.List;

/** Takes Korean texts apart into what they are searched by: nouns and stems, without particles and endings (형태소). */
public interface Words {
    /**
     * A word of a text.
     *
     * @param value as it is compared: lower case, at most {@link Limits#WORD} code points
     * @param from where it stands in the text, in UTF-16 units
     * @param to where it ends
     */
    record Word(String value, int from, int to) {}

    /** The words of a text in their order; marks, particles and endings are none. */
    List<Word> of(String text);
}
