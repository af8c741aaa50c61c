/** Who is calling, and what the access table lets them call. */
@NullMarked
package kr.minwon.gateway.access;

import org.jspecify.annotations.NullMarked;
