/** The work item of each complaint (처리부서 지정, 담당자 배정): department, officer and clock, and the queue of them. */
@NullMarked
package kr.minwon.routing.workitem;

import org.jspecify.annotations.NullMarked;
