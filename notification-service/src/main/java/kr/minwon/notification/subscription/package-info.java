/** The SMS corner of residents (SMS코너): who wants which news, of which 동. */
@NullMarked
package kr.minwon.notification.subscription;

import org.jspecify.annotations.NullMarked;
