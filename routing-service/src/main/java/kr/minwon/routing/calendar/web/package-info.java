/** Days off over HTTP. */
@NullMarked
package kr.minwon.routing.calendar.web;

import org.jspecify.annotations.NullMarked;
