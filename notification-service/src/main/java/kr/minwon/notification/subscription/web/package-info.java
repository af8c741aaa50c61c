/** Subscriptions over HTTP. */
@NullMarked
package kr.minwon.notification.subscription.web;

import org.jspecify.annotations.NullMarked;
