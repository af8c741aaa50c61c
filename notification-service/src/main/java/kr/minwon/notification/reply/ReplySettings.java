package kr.minwon.notification.reply;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the texts of people are taken.
 *
 * @param office whose a text is that came to a number which no office, or more than one, has
 * @param perHour texts of one number that are kept in an hour; more are only counted
 * @param filingsPerHour complaints that one phone files by text in an hour; each is answered by a text
 */
@ConfigurationProperties("minwon.sms.replies")
public record ReplySettings(
        @DefaultValue("seogu") String office,
        @DefaultValue("20") int perHour,
        @DefaultValue("2") int filingsPerHour) {}
