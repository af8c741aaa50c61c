/** Requests that are sent again: by their {@code Idempotency-Key} they are recognised, and answered as the first was. */
@NullMarked
package kr.minwon.idempotency;

import org.jspecify.annotations.NullMarked;
