/** The SMS corner of staff (SMS코너): one text to all who subscribed to a topic, approved by a second person. */
@NullMarked
package kr.minwon.notification.mailing;

import org.jspecify.annotations.NullMarked;
