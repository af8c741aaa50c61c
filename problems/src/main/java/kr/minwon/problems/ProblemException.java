package kr.minwon.problems;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request that is answered with a problem; the sentences come from the bundle of the problem's slug. */
public class ProblemException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient ProblemType type;
    private final transient Object[] arguments;
    private final transient Map<String, Object> properties = new LinkedHashMap<>();
    private transient @Nullable Duration retryAfter;

    /**
     * @param type what went wrong
     * @param arguments fill the placeholders of the detail sentence
     */
    public ProblemException(ProblemType type, Object... arguments) {
        super(type.slug());
        this.type = type;
        this.arguments = arguments.clone();
    }

    /** Adds a member to the problem document. */
    public ProblemException with(String property, Object value) {
        properties.put(property, value);
        return this;
    }

    /** Says when to try again: the {@code Retry-After} header, in whole seconds, at least 1. */
    public ProblemException retryAfter(Duration wait) {
        retryAfter = wait;
        return this;
    }

    public ProblemType type() {
        return type;
    }

    Object[] arguments() {
        return arguments.clone();
    }

    Map<String, Object> properties() {
        return properties;
    }

    @Nullable
    Duration retryAfter() {
        return retryAfter;
    }
}
