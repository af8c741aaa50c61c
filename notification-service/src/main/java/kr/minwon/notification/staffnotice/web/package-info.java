/** Notices of staff over HTTP. */
@NullMarked
package kr.minwon.notification.staffnotice.web;

import org.jspecify.annotations.NullMarked;
