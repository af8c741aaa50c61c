package kr.minwon.problems;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Limits on what is read before anything is understood.
 *
 * @param bodyBytes largest body that is not multipart, in bytes
 */
@ConfigurationProperties("minwon.limits")
public record ProblemLimits(@DefaultValue("262144") long bodyBytes) {}
