package kr.minwon.gateway.pages;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import kr.minwon.gateway.clients.PublicCase;
import kr.minwon.gateway.clients.RoutingApi;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The office as every page names it: its name, its telephone. Templates know it as {@code desk}. */
@Component("desk")
public class OfficeDesk {
    /** A wait that is longer is said in hours. */
    private static final int MOST_MINUTES = 90;

    private final PageSettings settings;
    private final MessageSource messages;
    private final Remembered<List<PublicCase.Department>> departments;

    OfficeDesk(PageSettings settings, RoutingApi routing, MessageSource messages, Clock pageClock) {
        this.settings = settings;
        this.messages = messages;
        this.departments = new Remembered<>("departments", routing::departments, List.of(), pageClock);
    }

    /** What residents call the office. */
    public String name(Locale locale) {
        return words(locale).inKorean() ? settings.officeName() : settings.officeNameEnglish();
    }

    /** Whether pages say that they are the government's. */
    public boolean official() {
        return settings.official();
    }

    /** The telephone for help, if one is known now. */
    public @Nullable String phone() {
        String set = settings.phone();
        if (set != null && !set.isBlank()) {
            return set;
        }
        return departments().stream()
                .filter(department -> settings.intakeDepartment().equals(department.name()))
                .map(PublicCase.Department::contact)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** The office's departments; none while routing is away. */
    public List<PublicCase.Department> departments() {
        return departments.get();
    }

    /** The name of a department, or its id. */
    public String departmentName(String id) {
        return departments().stream()
                .filter(department -> id.equals(department.id()))
                .map(PublicCase.Department::name)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(id);
    }

    /** When to come again, in words. */
    public String wait(String seconds, Locale locale) {
        long wait = seconds.matches("[0-9]{1,9}") ? Long.parseLong(seconds) : 1;
        long minutes = (wait + 59) / 60;
        if (minutes > MOST_MINUTES) {
            return words(locale).text("form.retry.hours", (minutes + 59) / 60);
        }
        return wait < 60
                ? words(locale).text("form.retry.seconds", Math.max(1, wait))
                : words(locale).text("form.retry.minutes", minutes);
    }

    private Words words(Locale locale) {
        return new Words(messages, locale);
    }
}
