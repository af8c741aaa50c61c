/** The statutory clock (민원 처리에 관한 법률 제19조): from when a petition's period runs, and until when. */
@NullMarked
package kr.minwon.routing.clock;

import org.jspecify.annotations.NullMarked;
