package kr.minwon.complaint.photo;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How photos are worked.
 *
 * @param atOnce photos decoded at the same time; each takes up to 150 MB while it is
 */
@ConfigurationProperties("minwon.photos")
public record PhotoSettings(@DefaultValue("1") int atOnce) {}
