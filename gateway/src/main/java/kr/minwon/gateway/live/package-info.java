/** Tells open pages that a complaint has changed. */
@NullMarked
package kr.minwon.gateway.live;

import org.jspecify.annotations.NullMarked;
