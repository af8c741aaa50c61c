/** Pages of the staff: the work list, a case, its texts. */
@NullMarked
package kr.minwon.gateway.pages.staff;

import org.jspecify.annotations.NullMarked;
