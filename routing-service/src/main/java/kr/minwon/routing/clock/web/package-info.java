/** The calculator of deadlines over HTTP. */
@NullMarked
package kr.minwon.routing.clock.web;

import org.jspecify.annotations.NullMarked;
