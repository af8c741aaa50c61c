/** What keeps any provider from being asked for too much: breaker, bulkhead, rate limit. */
@NullMarked
package kr.minwon.notification.dispatch.guard;

import org.jspecify.annotations.NullMarked;
