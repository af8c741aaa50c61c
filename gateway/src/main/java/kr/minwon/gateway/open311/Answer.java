package kr.minwon.gateway.open311;

import java.util.List;
import java.util.Map;

/**
 * An answer before it is XML or JSON. The content is a {@link Many}, or one object as a map in its order; values are
 * texts, numbers, booleans, null, or again either of the two.
 *
 * @param root name of the root element; JSON has none
 */
record Answer(String root, Object content) {
    /**
     * Several of a kind: elements of that name in XML, a bare array in JSON.
     *
     * @param name of each element
     */
    record Many(String name, List<?> each) {}

    static Answer of(String root, String name, List<?> each) {
        return new Answer(root, new Many(name, each));
    }

    static Answer one(String root, Map<String, ?> object) {
        return new Answer(root, object);
    }
}
