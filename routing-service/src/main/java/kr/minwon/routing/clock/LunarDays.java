package kr.minwon.routing.clock;

import com.ibm.icu.util.Calendar;
import com.ibm.icu.util.TimeZone;
import com.ibm.icu.util.ULocale;
import java.time.LocalDate;
import java.util.concurrent.TimeUnit;

/**
 * Solar dates of lunar ones (음력) by ICU's Korean calendar. The Chinese one has 설날 2027 a day early: the new moon
 * was before midnight in Beijing and after it in Seoul. For one thread.
 */
final class LunarDays {
    /** Counts whole days only, so it needs no zone: the moon's zone is the calendar's own. */
    private final Calendar moon = Calendar.getInstance(TimeZone.GMT_ZONE, new ULocale("ko_KR@calendar=dangi"));

    /** A day of the lunar year that begins in that year, never of a leap month (윤달). */
    LocalDate of(int year, int month, int day) {
        // Midsummer is in the lunar year of the same number, whatever ICU counts its years from.
        moon.setTimeInMillis(TimeUnit.DAYS.toMillis(LocalDate.of(year, 7, 1).toEpochDay()));
        moon.set(Calendar.MONTH, month - 1);
        moon.set(Calendar.IS_LEAP_MONTH, 0);
        moon.set(Calendar.DAY_OF_MONTH, day);
        return LocalDate.ofEpochDay(TimeUnit.MILLISECONDS.toDays(moon.getTimeInMillis()));
    }
}
