/** Verifications over HTTP. */
@NullMarked
package kr.minwon.notification.verification.web;

import org.jspecify.annotations.NullMarked;
