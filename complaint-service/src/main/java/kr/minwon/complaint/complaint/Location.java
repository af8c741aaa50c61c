package kr.minwon.complaint.complaint;

import org.jspecify.annotations.Nullable;

/**
 * Where it is.
 *
 * @param address as the resident wrote it
 * @param lat degrees north, WGS 84; given with {@code lng} or not at all
 * @param lng degrees east, WGS 84
 */
public record Location(
        @Nullable String address,
        @Nullable Double lat,
        @Nullable Double lng) {
    public Location {
        if ((lat == null) != (lng == null)) {
            throw new IllegalArgumentException("a point has two coordinates");
        }
        if (address == null && lat == null) {
            throw new IllegalArgumentException("a location says something");
        }
    }
}
