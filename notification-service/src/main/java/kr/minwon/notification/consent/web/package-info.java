/** The consent ledger over HTTP. */
@NullMarked
package kr.minwon.notification.consent.web;

import org.jspecify.annotations.NullMarked;
