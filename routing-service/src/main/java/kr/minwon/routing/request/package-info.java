/** Requests that are sent again: by their {@code Idempotency-Key} they are recognised, and answered as the first was. */
@NullMarked
package kr.minwon.routing.request;

import org.jspecify.annotations.NullMarked;
