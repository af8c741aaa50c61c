package kr.minwon.gateway.pages;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What an office sets about its pages.
 *
 * @param officeName what residents call the office
 * @param officeNameEnglish the same for readers of English
 * @param official whether pages say that they are the government's; only the office itself may say so
 * @param phone the telephone for help; the contact of the intake department when unset
 * @param intakeDepartment name of the department that takes what nobody else does
 * @param live pages that change by themselves
 */
@ConfigurationProperties("minwon.pages")
public record PageSettings(
        @DefaultValue("서구청") String officeName,
        @DefaultValue("Seo-gu District Office") String officeNameEnglish,
        @DefaultValue("false") boolean official,
        @Nullable String phone,
        @DefaultValue("민원봉사과") String intakeDepartment,
        @DefaultValue Live live) {
    /**
     * Pages that change by themselves.
     *
     * @param streamsPerAddress open at once from one address; many subscribers of a mobile carrier share one
     * @param streams open at once in all
     * @param recheck a case is read anew at least this often, should the broker be away
     * @param longest a stream ends after so long; the browser opens another
     */
    public record Live(
            @DefaultValue("50") int streamsPerAddress,
            @DefaultValue("5000") int streams,
            @DefaultValue("15s") Duration recheck,
            @DefaultValue("30m") Duration longest) {}
}
