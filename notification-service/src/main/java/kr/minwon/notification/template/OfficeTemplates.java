package kr.minwon.notification.template;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The stored templates. */
public interface OfficeTemplates {
    Optional<OfficeTemplate> find(TemplateKey key);

    /** All of an office, in no order. */
    List<OfficeTemplate> ofOffice(String officeId);

    /**
     * What is to be stored.
     *
     * @param next null when nothing changes
     * @param result what the caller is told
     */
    record Change<R>(@Nullable OfficeTemplate next, R result) {}

    /**
     * Reads, decides and stores until nobody else came between. An active version that is about to be replaced is kept first.
     *
     * @param decide is given null where nobody has written one yet; must be repeatable
     */
    <R> R change(TemplateKey key, Function<@Nullable OfficeTemplate, Change<R>> decide);

    /** A version that was active before. */
    Optional<Approved> past(TemplateKey key, int number);
}
