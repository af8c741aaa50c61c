/** Templates as an office's own data: drafted by one person, approved by another, each version kept. */
@NullMarked
package kr.minwon.notification.template;

import org.jspecify.annotations.NullMarked;
