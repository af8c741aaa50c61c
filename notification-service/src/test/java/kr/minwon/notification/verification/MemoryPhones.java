package kr.minwon.notification.verification;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Phones and days in memory; one change at a time. */
final class MemoryPhones implements VerifiedPhones {
    private final Map<String, VerifiedPhone> phones = new HashMap<>();
    private final Map<String, Integer> days = new HashMap<>();

    @Override
    public synchronized <R> R change(
            String officeId, String contactId, Function<@Nullable VerifiedPhone, Change<R>> decide) {
        Change<R> change = decide.apply(phones.get(officeId + "/" + contactId));
        if (change.next() != null) {
            phones.put(officeId + "/" + contactId, change.next());
        }
        return change.result();
    }

    @Override
    public synchronized Optional<VerifiedPhone> ofVerification(String id) {
        return phones.values().stream()
                .filter(one -> one.pending() != null && one.pending().id().equals(id))
                .findFirst();
    }

    @Override
    public synchronized boolean takeOf(String officeId, LocalDate day, int most) {
        return days.merge(officeId + "/" + day, 1, Integer::sum) <= most;
    }

    synchronized String written() {
        return phones.toString();
    }
}
