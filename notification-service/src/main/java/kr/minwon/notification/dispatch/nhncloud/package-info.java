/** Texts by way of NHN Cloud Notification. */
@NullMarked
package kr.minwon.notification.dispatch.nhncloud;

import org.jspecify.annotations.NullMarked;
