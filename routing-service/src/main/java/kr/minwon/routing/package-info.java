/** The routing service: which department, by when, who; the work queue and the statutory clock. */
@NullMarked
package kr.minwon.routing;

import org.jspecify.annotations.NullMarked;
