/** Open311 GeoReport v2 under {@code /open311/v2}: other words for filing and for what everyone may read. */
@NullMarked
package kr.minwon.gateway.open311;

import org.jspecify.annotations.NullMarked;
