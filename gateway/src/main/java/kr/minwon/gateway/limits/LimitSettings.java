package kr.minwon.gateway.limits;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How often an address may do what, and how much it may send.
 *
 * @param filingsPerHour complaints filed by an address in an hour
 * @param lookupFailuresPerMinute look-ups with a wrong number or code by an address in a minute; right ones are free
 * @param signInFailuresPerMinute failed sign-ins by an address in a minute
 * @param calculationsPerMinute calls of the public calculators (deadlines, category suggestions) by an address
 * @param codesPerHour codes asked for by an address in an hour; each has a phone ring
 * @param codesPerDay codes asked for by an address in any 24 hours; half of them at once
 * @param networkCodesPerHour codes asked for by a network (IPv4 /24, IPv6 /48) in an hour
 * @param networkCodesPerDay codes asked for by a network in any 24 hours; half of them at once
 * @param openCallsPerMinute reads of an address of what everyone may read, and of Open311
 * @param addresses how many addresses are remembered at most; the least recently seen are forgotten first
 * @param bodyBytes largest body that is not multipart, in bytes
 * @param multipartBytes largest multipart body of a filing, photos included, in bytes
 */
@ConfigurationProperties("minwon.limits")
public record LimitSettings(
        @DefaultValue("60") int filingsPerHour,
        @DefaultValue("20") int lookupFailuresPerMinute,
        @DefaultValue("10") int signInFailuresPerMinute,
        @DefaultValue("120") int calculationsPerMinute,
        @DefaultValue("20") int codesPerHour,
        @DefaultValue("60") int codesPerDay,
        @DefaultValue("80") int networkCodesPerHour,
        @DefaultValue("240") int networkCodesPerDay,
        @DefaultValue("300") int openCallsPerMinute,
        @DefaultValue("100000") int addresses,
        @DefaultValue("262144") long bodyBytes,
        @DefaultValue("57671680") long multipartBytes) {}
