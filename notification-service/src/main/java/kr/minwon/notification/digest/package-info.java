/** Several notices to one phone told by one text. */
@NullMarked
package kr.minwon.notification.digest;

import org.jspecify.annotations.NullMarked;
