package kr.minwon.notification.message;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many notices a phone is told in a short time: past the first ones they are held until that is over, to be told by one
 * text. Counted in this process and bounded in memory: the phone not heard of for longest gives way.
 */
public final class Bursts {
    private static final int PHONES = 50_000;

    private final BurstSettings settings;
    private final PhoneOwner owner;
    private final Map<String, Window> windows = new LinkedHashMap<>(1_024, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > PHONES;
        }
    };

    private record Window(Instant end, int count) {}

    public Bursts(BurstSettings settings, PhoneOwner owner) {
        this.settings = settings;
        this.owner = owner;
    }

    /** Until when a notice that is made now is held; null when it goes at once. */
    @Nullable
    Instant heldUntil(CaseRecord recipient, Step step, Instant now) {
        if (!settings.merges() || step.urgency() != Urgency.NOTICE) {
            return null;
        }
        return owner.of(recipient.sealedPhone())
                .map(whose -> counted(recipient.about().officeId() + "/" + whose, now))
                .filter(window -> window.count() > settings.moreThan() && !step.asksForAnswer())
                .map(Window::end)
                .orElse(null);
    }

    private synchronized Window counted(String key, Instant now) {
        Window before = windows.get(key);
        Window counted = before == null || !now.isBefore(before.end())
                ? new Window(now.plus(settings.within()), 1)
                : new Window(before.end(), before.count() + 1);
        windows.put(key, counted);
        return counted;
    }
}
