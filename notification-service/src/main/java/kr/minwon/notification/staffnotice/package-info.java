/**
 * What officers are reminded of: a case whose deadline comes near, is there, or has passed; or which nobody has accepted in
 * time. Routing says when; here it is listed until it is over.
 */
@NullMarked
package kr.minwon.notification.staffnotice;

import org.jspecify.annotations.NullMarked;
