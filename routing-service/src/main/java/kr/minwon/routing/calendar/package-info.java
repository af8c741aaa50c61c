/** Days off that an office adds, and the recount of its open cases. */
@NullMarked
package kr.minwon.routing.calendar;

import org.jspecify.annotations.NullMarked;
