/** An office's policy is drafted, compared with today's on past cases, and activated from a date on. */
@NullMarked
package kr.minwon.routing.policy;

import org.jspecify.annotations.NullMarked;
