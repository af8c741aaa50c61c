/** The complaint's events in, routing's events out. */
@NullMarked
package kr.minwon.routing.workitem.messaging;

import org.jspecify.annotations.NullMarked;
