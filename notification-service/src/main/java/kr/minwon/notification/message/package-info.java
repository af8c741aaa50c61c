/** What a resident is told about a case: the case as it is known here, its texts, and how far each has come. */
@NullMarked
package kr.minwon.notification.message;

import org.jspecify.annotations.NullMarked;
