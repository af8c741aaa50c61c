package kr.minwon.notification.verification;

import java.time.LocalDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Phones and days in memory; one change at a time. */
final class MemoryPhones implements VerifiedPhones {
    private final Map<String, VerifiedPhone> phones = new HashMap<>();
    private final Map<String, Integer> counts = new HashMap<>();

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
                .filter(phone ->
                        phone.pending().stream().anyMatch(one -> one.id().equals(id)))
                .findFirst();
    }

    @Override
    public synchronized Budget take(
            String officeId, LocalDateTime at, VerificationSettings settings, BooleanSupplier known) {
        String day = officeId + "/" + at.toLocalDate();
        String hour = day + "/" + at.getHour();
        if (counts.getOrDefault(day, 0) >= settings.officeADay()) {
            return Budget.SPENT;
        }
        boolean open = counts.getOrDefault(hour, 0) < settings.officeAnHour();
        if (open || known.getAsBoolean()) {
            counts.merge(day, 1, Integer::sum);
        }
        counts.merge(hour, open ? 1 : 0, Integer::sum);
        return open ? Budget.OPEN : Budget.KNOWN_ONLY;
    }

    synchronized String written() {
        return phones.toString();
    }
}
