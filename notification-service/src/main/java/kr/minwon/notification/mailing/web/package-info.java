/** Mailings over HTTP. */
@NullMarked
package kr.minwon.notification.mailing.web;

import org.jspecify.annotations.NullMarked;
