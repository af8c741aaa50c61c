package kr.minwon.notification.template;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Templates in memory. */
final class MemoryTemplates implements OfficeTemplates {
    private final Map<TemplateKey, OfficeTemplate> templates = new HashMap<>();
    private final Map<String, Approved> past = new HashMap<>();

    @Override
    public synchronized Optional<OfficeTemplate> find(TemplateKey key) {
        return Optional.ofNullable(templates.get(key));
    }

    @Override
    public synchronized List<OfficeTemplate> ofOffice(String officeId) {
        return templates.values().stream()
                .filter(one -> one.key().officeId().equals(officeId))
                .toList();
    }

    @Override
    public synchronized <R> R change(TemplateKey key, Function<@Nullable OfficeTemplate, Change<R>> decide) {
        OfficeTemplate before = templates.get(key);
        Change<R> change = decide.apply(before);
        OfficeTemplate next = change.next();
        if (next != null) {
            Approved active = before == null ? null : before.active();
            if (active != null && !active.equals(next.active())) {
                past.put(key.version(active.number()), active);
            }
            templates.put(key, next);
        }
        return change.result();
    }

    @Override
    public synchronized Optional<Approved> past(TemplateKey key, int number) {
        return Optional.ofNullable(past.get(key.version(number)));
    }
}
