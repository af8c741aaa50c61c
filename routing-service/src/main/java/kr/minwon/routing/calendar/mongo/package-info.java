/** Recounts in MongoDB. */
@NullMarked
package kr.minwon.routing.calendar.mongo;

import org.jspecify.annotations.NullMarked;
