/** What every request passes first and every answer last: limits of size and shape, security headers, refusals. */
@NullMarked
package kr.minwon.gateway.door;

import org.jspecify.annotations.NullMarked;
